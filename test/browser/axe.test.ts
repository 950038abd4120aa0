import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from './support/find-faults.ts'
import { openBrowser, openStudio } from './support/open-studio.ts'
import { type Places, smallShop } from './support/small-shop.ts'

let browser: Browser
let shop: Places

beforeAll(async () => {
  browser = await openBrowser()
  shop = await smallShop()
})

afterAll(() => browser.close())

/** Each page with what shows that it has come, and what is opened on it before axe looks. */
const pages = {
  journeys: { at: () => '/journeys', shows: 'table', open: ['新建旅程', 'New journey'] },
  'a journey': { at: () => shop.journey, shows: 'application', open: [] },
  contacts: { at: () => '/contacts', shows: 'table', open: ['导入 CSV', 'Import CSV'] },
  'a contact': { at: () => shop.contact, shows: 'region', open: ['发送事件', 'Send event'] },
  coupons: { at: () => '/coupons', shows: 'table', open: ['新建优惠券', 'New coupon'] },
  'needs attention': { at: () => shop.attention, shows: 'table', open: [] },
  inbox: { at: () => '/inbox', shows: 'table', open: [] },
  'a page that is not there': { at: () => '/nothing', shows: 'heading', open: [] },
} as const

const looks = [
  { language: 'zh', theme: 'light' },
  { language: 'zh', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const

describe.each(looks)('axe finds nothing serious in $language, $theme', (look) => {
  let page: Page

  beforeAll(async () => {
    page = await openStudio(browser, look)
  })

  afterAll(() => page.context().close())

  test.each(Object.entries(pages))('on the page %s', async (_, { at, shows, open }) => {
    await page.goto(at())
    await page.getByRole(shows).first().waitFor()
    expect(await findFaults(page)).toEqual([])
    const [zh, en] = open
    if (zh === undefined) return
    await page.getByRole('button', { name: look.language === 'zh' ? zh : en, exact: true }).click()
    await page.getByRole('dialog').waitFor()
    expect(await findFaults(page)).toEqual([])
  })

  test('on the form of each kind of node', async () => {
    await page.goto(shop.journey)
    for (const { kind, title } of shop.nodes) {
      await page.getByRole('group', { name: new RegExp(`^${title}(，|, |$)`) }).click()
      await page.getByRole('textbox', { name: /^(节点名称|Node name)$/ }).waitFor()
      expect(await findFaults(page, '.inspector'), kind).toEqual([])
    }
  })
})
