import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openStudio } from './support/open-studio.ts'
import { api, run } from './support/set-up.ts'

const contact = `wei-${run}`

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  page = await openStudio(browser)
  await api('POST', '/api/contacts', { id: contact, attributes: { name: '沈佳宁' } })
  await page.goto(`/contacts/${contact}`)
  await page.getByRole('button', { name: '消息', exact: true }).click()
})

afterAll(() => browser.close())

test('the language switch changes every word and keeps the page as it is', async () => {
  await page.getByRole('button', { name: 'Use English' }).click()
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  await expectPage({ messages: 'Messages', lang: 'en', theme: 'light' })
  expect(await page.getByRole('navigation').textContent()).not.toMatch(/\p{Script=Han}/u)
})

test('the theme switch changes the colours and keeps the page as it is', async () => {
  const colour = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
  const before = await colour()
  await page.getByRole('button', { name: 'Use the dark theme' }).click()
  await expectPage({ messages: 'Messages', lang: 'en', theme: 'dark' })
  expect(await colour()).not.toBe(before)
})

test('both choices outlive a reload', async () => {
  await page.reload()
  await page.getByRole('heading', { name: 'Timeline' }).waitFor()
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

/** Still the same contact, and still its messages alone. */
async function expectPage(now: { messages: string; lang: string; theme: string }): Promise<void> {
  const button = page.getByRole('button', { name: now.messages, exact: true })
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true')
  expect(new URL(page.url()).pathname).toBe(`/contacts/${contact}`)
  expect(await page.locator('html').getAttribute('lang')).toBe(now.lang)
  expect(await page.locator('html').getAttribute('data-theme')).toBe(now.theme)
}
