import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Canvas, canvasOf } from './support/canvas.ts'
import { createDraft } from './support/journeys.ts'
import { openBrowser, openStudio } from './support/open-studio.ts'
import { api, run } from './support/set-up.ts'

const name = `两个人改 ${run}`

let browser: Browser
let first: Page
let second: Page
let address: string

beforeAll(async () => {
  browser = await openBrowser()
  first = await openStudio(browser)
  second = await first.context().newPage()
  address = `/journeys/${await createDraft(name)}`
})

afterAll(() => browser.close())

test('who saves second is told what differs, and nothing is lost while they think, not even by a reload', async () => {
  await collide('等待时长', '甲', '乙')
  const dialog = second.getByRole('dialog', { name: '别人刚刚改了这个旅程' })
  await dialog.getByText('两边不同：甲').waitFor()
  await dialog.getByRole('button', { name: '先看看' }).click()
  await canvasOf(second).node('乙').waitFor()
  await second.reload()
  await canvasOf(second).node('乙').waitFor()
  await dialog.waitFor()
  expect(await savedTitle()).toBe('甲')
})

test('what the other tab goes on to save takes nothing away from who has not decided yet', async () => {
  await rename(canvasOf(first), '甲', '甲二')
  await expect.poll(savedTitle).toBe('甲二')
  await second.reload()
  await canvasOf(second).node('乙').waitFor()
})

test('keeping mine saves mine and puts theirs beside it as a journey of its own', async () => {
  await second.getByRole('dialog').getByRole('button', { name: '用我的，对方的另存' }).click()
  await second.getByText(/^已保存/).waitFor()
  expect(await savedTitle()).toBe('乙')
  await second.goto('/journeys')
  await second.getByRole('link', { name: `${name}（对方的改动` }).click()
  await canvasOf(second).node('甲二').waitFor()
})

test('taking theirs shows theirs, and undo brings mine back', async () => {
  await collide('乙', '丙', '丁')
  await second.getByRole('dialog').getByRole('button', { name: '用对方的' }).click()
  const canvas = canvasOf(second)
  await canvas.node('丙').waitFor()
  await canvas.node('丁').waitFor({ state: 'detached' })
  await second.getByRole('button', { name: '撤销' }).click()
  await canvas.node('丁').waitFor()
  await expect.poll(savedTitle).toBe('丁')
})

/** Both tabs open the same revision; the first saves its title of the delay, then the second tries. */
async function collide(before: string, one: string, other: string): Promise<void> {
  await first.goto(address)
  await second.goto(address)
  await Promise.all([first, second].map((page) => canvasOf(page).node(before).waitFor()))
  await rename(canvasOf(first), before, one)
  await expect.poll(savedTitle).toBe(one)
  await rename(canvasOf(second), before, other)
  await second.getByRole('dialog').waitFor()
}

async function rename(canvas: Canvas, before: string, title: string): Promise<void> {
  await canvas.node(before).click()
  await canvas.form.getByRole('textbox', { name: '节点名称' }).fill(title)
}

async function savedTitle(): Promise<string | undefined> {
  // The contract's shape of a journey.
  const { journey } = (await api('GET', `/api${address}`)) as { journey: { nodes: { title?: string }[] } }
  return journey.nodes[1]?.title
}
