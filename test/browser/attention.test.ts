import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { giftEvent, publishGiftJourney } from './support/journeys.ts'
import { openBrowser, openStudio } from './support/open-studio.ts'
import { api, run } from './support/set-up.ts'

const contacts = ['mended', 'skipped', 'taken-out'].map((id) => `${id}-${run}`)
const [mended = '', skipped = '', takenOut = ''] = contacts

let browser: Browser
let page: Page
let address: string

beforeAll(async () => {
  browser = await openBrowser()
  page = await openStudio(browser)
  address = `/attention?journey=${await publishGiftJourney(`生日礼 ${run}`)}`
  const attributes = { gift: 'abc' }
  await api(
    'POST',
    '/api/contacts',
    contacts.map((id) => ({ id, attributes })),
  )
  const events = contacts.map((contact) => ({ id: `gift-${contact}`, contact, type: giftEvent }))
  await api('POST', '/api/events', events)
})

afterAll(() => browser.close())

const row = (contact: string) => page.getByRole('row').filter({ hasText: contact })
const gone = (contact: string) => row(contact).waitFor({ state: 'detached' })

test('points that render to "abc" park each contact, and the reason is told in both languages', async () => {
  await page.goto(address)
  for (const contact of contacts) {
    await row(contact).getByText('积分算出来是「abc」，不是 0 或更大的整数。').waitFor()
  }
  await page.getByRole('button', { name: 'Use English' }).click()
  for (const contact of contacts) {
    await row(contact)
      .getByText('The points came out as "abc", which is no whole number of 0 or more.')
      .waitFor()
  }
  await page.getByRole('button', { name: '改用中文' }).click()
})

test('one whose attribute was mended is retried, gets the points and goes on', async () => {
  await api('POST', '/api/contacts', { id: mended, attributes: { gift: '30' } })
  await row(mended).getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '重试' }).click()
  await gone(mended)
  await expectStory(mended, '已完成', ['进入', '奖励积分+30，余额 30', '发送消息', '结束 → 走完了'])
})

test('one is skipped: no points, and the journey goes on', async () => {
  await page.goto(address)
  await page.getByRole('checkbox', { name: `选择 ${skipped}` }).check()
  await page.getByRole('button', { name: '跳过' }).click()
  await gone(skipped)
  await expectStory(skipped, '已完成', ['进入', '奖励积分已跳过，没有做', '发送消息', '结束 → 走完了'])
})

test('one is taken out after a question: no points and no message', async () => {
  await page.goto(address)
  await row(takenOut).getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '移出' }).click()
  await page.getByRole('dialog', { name: '移出 1 位客户？' }).getByRole('button', { name: '移出' }).click()
  await page.getByText('没有要处理的').waitFor()
  await expectStory(takenOut, '已退出', ['进入', '奖励积分 → 在这里被移出'])
})

/** What the contact's page tells of its only run: the state it ended in and each step. */
async function expectStory(contact: string, state: string, steps: readonly string[]): Promise<void> {
  await page.goto(`/contacts/${contact}`)
  const timeline = page.getByRole('region', { name: '时间线' })
  await timeline.getByRole('button', { name: '旅程', exact: true }).click()
  await timeline.getByText(state).click()
  const told = async () =>
    (await timeline.getByRole('listitem').allTextContents()).map((line) =>
      line.replace(/^\d\d:\d\d|详情$/g, ''),
    )
  await expect.poll(told).toEqual(steps)
}
