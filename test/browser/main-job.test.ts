import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { canvasOf } from './support/canvas.ts'
import { openContact, sendEvent } from './support/contact-page.ts'
import { drawOnboarding } from './support/draw-onboarding.ts'
import { openBrowser, openStudio } from './support/open-studio.ts'
import { archiveJourney, run } from './support/set-up.ts'

const coupon = `welcome-${run}`
const [ada, ben] = [`艾达 ${run}`, `小本 ${run}`]
const journeyName = `新客旅程 ${run}`

let browser: Browser
let page: Page
let address = ''
let broken = false

beforeAll(async () => {
  browser = await openBrowser()
  page = await openStudio(browser)
})

// Each step stands on those before it.
beforeEach(({ skip }) => skip(broken))

afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail'
})

afterAll(async () => {
  await browser.close()
  // Its entry is an event that other tests send too.
  const journey = address.split('/').at(-1)
  if (journey) await archiveJourney(journey)
})

test('a CSV of contacts is imported, and the row that is wrong is shown with its reason', async () => {
  const csv = `id,name,city\nada-${run},${ada},上海\n,没有编号,北京\nben-${run},${ben},\n`
  await page.goto('/contacts')
  await page.getByRole('button', { name: '导入 CSV' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByLabel('把 CSV 文件拖到这里')
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await dialog.getByText('已导入 2 位客户。').waitFor()
  await dialog.getByText('1 行没有导入').waitFor()
  await dialog.getByRole('row', { name: '2 id 为空、太长或含有控制字符。' }).waitFor()
  await dialog.getByRole('button', { name: '完成' }).click()
  await page.getByRole('link', { name: ada }).waitFor()
  await page.getByRole('link', { name: ben }).waitFor()
})

test('a coupon is created', async () => {
  await page.goto('/coupons')
  await page.getByRole('button', { name: '新建优惠券' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '名称' }).fill('新人满 100 减 20')
  await dialog.getByRole('textbox', { name: '编号' }).fill(coupon)
  await dialog.getByRole('spinbutton', { name: '总量' }).fill('100')
  await dialog.getByRole('button', { name: '创建' }).click()
  await page.getByRole('row', { name: coupon }).waitFor()
})

test('the reference journey is drawn with the mouse on an empty canvas', async () => {
  await page.goto('/journeys')
  await page.getByRole('button', { name: /新建旅程|空白画布/ }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: '名称' }).fill(journeyName)
  await page.getByRole('button', { name: '打开画布' }).click()
  const canvas = canvasOf(page)
  await canvas.node('进入').click()
  await page.keyboard.press('Delete')
  await canvas.area.getByText('从左边拖一个「进入」到这里').waitFor()
  await drawOnboarding(page, { coupon })
  await expect(canvas.port('新人券', '券已发完').getAttribute('aria-label')).resolves.toContain('到此结束')
  await expect(canvas.port('欢迎', '发送失败').getAttribute('aria-label')).resolves.toContain('照常下一步')
  await page.getByRole('button', { name: '问题' }).click()
  await page.getByText('没有问题，可以发布。').waitFor()
  await page.getByText(/^已保存/).waitFor()
})

test('the drawing is published', async () => {
  await page.getByRole('button', { name: '发布 v1' }).click()
  await page.getByText('v1 运行中').waitFor()
  address = page.url()
})

test('events from a contact’s page carry the contact through the journey', async () => {
  await openContact(page, ben)
  await sendEvent(page, 'contact.followed')
  await openContact(page, ada)
  await sendEvent(page, 'contact.followed')
  const timeline = page.getByRole('region', { name: '时间线' })
  await timeline.getByText('等付款 → 超时').waitFor()
  await page.getByText('在「再等付款」').waitFor()
  await sendEvent(page, 'order.paid', '{"amount": 128}')
  await timeline.getByText('再等付款 → 已发生').waitFor()
  await timeline.getByText('是常客吗 → 其余').waitFor()
  await page.getByText('不在任何旅程里。').waitFor()
})

test('the canvas counts who went where and who is in flight', async () => {
  await page.goto(address)
  const canvas = canvasOf(page)
  const says = (title: string) => expect.poll(() => canvas.node(title).textContent(), { timeout: 15_000 })
  await says('进入').toContain('2进入')
  await says('新人券').toContain('2通过')
  await says('等付款').toContain('已发生0超时2')
  await says('再等付款').toContain('再等付款1在途')
  await says('再等付款').toContain('已发生1超时0')
  await says('送积分').toContain('1通过')
  await says('是常客吗').toContain('常客0其余1')
  await says('结束').toContain('1离开')
})

test('the contact’s page tells what the branch saw', async () => {
  await openContact(page, ada)
  const timeline = page.getByRole('region', { name: '时间线' })
  const branch = timeline.getByRole('listitem').filter({ hasText: '是常客吗 → 其余' })
  await branch.getByRole('button', { name: '为什么' }).click()
  await branch.getByText('当时看到的值如下，所以走「其余」。').waitFor()
  const seen = branch.getByRole('row').filter({ hasText: 'order.paid 的次数' })
  expect(await seen.getByRole('cell').allTextContents()).toEqual([
    'order.paid 的次数',
    '至少 2 次',
    '1 次符合，共 1 次',
    '不满足',
  ])
})
