import type { Page } from 'playwright-core'
import { type Canvas, canvasOf, type Place } from './canvas.ts'
import { choose } from './choose.ts'

const [LEFT, RIGHT] = [250, 610]

/** Draws the reference journey on an empty canvas; afterwards every port leads somewhere and every form is filled. */
export async function drawOnboarding(page: Page, { coupon }: { coupon: string }): Promise<void> {
  const canvas = canvasOf(page)
  await addNodes(canvas, coupon)
  await addWires(canvas)
}

async function addNodes(canvas: Canvas, coupon: string): Promise<void> {
  const { form } = canvas
  await canvas.drop('进入', { x: LEFT, y: 80 })
  await add(canvas, { kind: '发放优惠券', title: '新人券', at: { x: LEFT, y: 160 } })
  await choose(form.getByRole('combobox', { name: '优惠券' }), coupon)
  await message(canvas, '欢迎', '你好 {{ contact.name | default: "朋友" }}，券已到账', { x: LEFT, y: 250 })
  await wait(canvas, { title: '等付款', amount: 3, unit: '秒', at: { x: LEFT, y: 340 } })
  await message(canvas, '提醒付款', '优惠券快到期了', { x: LEFT, y: 450 })
  await wait(canvas, { title: '再等付款', amount: 5, unit: '分钟', at: { x: LEFT, y: 540 } })
  await add(canvas, { kind: '奖励积分', title: '送积分', at: { x: RIGHT, y: 160 } })
  await form.getByRole('textbox', { name: '积分' }).fill('50')
  await form.getByRole('textbox', { name: '原因' }).fill('完成首单')
  await add(canvas, { kind: '等待时长', title: '缓一缓', at: { x: RIGHT, y: 250 } })
  await fillDuration(canvas, { field: '一段时间', amount: 2, unit: '秒' })
  await add(canvas, { kind: '条件分支', title: '是常客吗', at: { x: RIGHT, y: 340 } })
  await form.getByRole('textbox', { name: '出口 1' }).fill('常客')
  await form.getByRole('button', { name: '条件', exact: true }).click()
  await choose(form.getByRole('combobox', { name: '看什么' }), '历史事件')
  await form.getByRole('combobox', { name: '名称' }).fill('order.paid')
  await form.getByRole('spinbutton', { name: '次' }).fill('2')
  await message(canvas, '回来看看', '好久不见', { x: RIGHT, y: 450 })
  await canvas.drop('结束', { x: RIGHT, y: 550 })
}

async function addWires(canvas: Canvas): Promise<void> {
  await canvas.wire('进入', '下一步', '新人券')
  await canvas.wire('新人券', '下一步', '欢迎')
  await canvas.wire('欢迎', '下一步', '等付款')
  await canvas.wire('等付款', '已发生', '送积分')
  await canvas.wire('等付款', '超时', '提醒付款')
  await canvas.wire('提醒付款', '下一步', '再等付款')
  await canvas.wire('再等付款', '已发生', '送积分')
  await canvas.wire('再等付款', '超时', '缓一缓')
  await canvas.wire('送积分', '下一步', '缓一缓')
  await canvas.wire('缓一缓', '下一步', '是常客吗')
  await canvas.wire('是常客吗', '常客', '结束')
  await canvas.wire('是常客吗', '其余', '回来看看')
  await canvas.wire('回来看看', '下一步', '结束')
}

async function add(canvas: Canvas, node: { kind: string; title: string; at: Place }): Promise<void> {
  await canvas.drop(node.kind, node.at)
  await canvas.node(node.kind).waitFor()
  await canvas.form.getByRole('textbox', { name: '节点名称' }).fill(node.title)
  await canvas.node(node.title).waitFor()
}

async function message(canvas: Canvas, title: string, text: string, at: Place): Promise<void> {
  await add(canvas, { kind: '发送消息', title, at })
  await canvas.form.getByRole('textbox', { name: '正文' }).fill(text)
}

async function wait(
  canvas: Canvas,
  node: { title: string; amount: number; unit: string; at: Place },
): Promise<void> {
  await add(canvas, { kind: '等待事件', ...node })
  await fillDuration(canvas, { field: '最长等待', ...node })
}

async function fillDuration(
  { form }: Canvas,
  { field, amount, unit }: { field: string; amount: number; unit: string },
): Promise<void> {
  await form.getByRole('spinbutton', { name: `${field} · 数量` }).fill(`${amount}`)
  await choose(form.getByRole('combobox', { name: `${field} · 单位` }), unit)
}
