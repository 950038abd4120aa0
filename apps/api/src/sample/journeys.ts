import type { Journey } from '@millrace/graph'

const at = (x: number, y: number) => ({ x, y })
const edge = (from: string, port: string, to: string) => ({ from, port, to })

/** Follow → coupon → payment reminder → points nudge → reactivation. */
export const newcomers: Journey = {
  format: 'millrace.journey/1',
  name: '新客 30 天',
  timeZone: 'Asia/Shanghai',
  settings: { reentry: { mode: 'never' } },
  nodes: [
    {
      id: 'follow',
      kind: 'entry',
      title: '关注',
      config: { on: { event: 'contact.followed' } },
      position: at(320, 0),
    },
    {
      id: 'coupon',
      kind: 'grant-coupon',
      title: '发放优惠券',
      config: { coupon: 'welcome-20' },
      position: at(320, 72),
    },
    {
      id: 'hello',
      kind: 'send-message',
      title: '欢迎',
      config: {
        channel: 'inbox',
        title: '欢迎来到南溪茶铺',
        text: '{{ contact.name | default: "朋友" }}，新客满 100 减 20 的券已放进你的券包。',
      },
      position: at(320, 152),
    },
    {
      id: 'pay',
      kind: 'wait-for-event',
      title: '等待支付',
      config: { event: 'order.paid', timeout: 'PT24H' },
      position: at(320, 232),
    },
    {
      id: 'remind',
      kind: 'send-message',
      title: '催付提醒',
      config: {
        channel: 'inbox',
        title: '券快到期了',
        text: '{{ contact.name | default: "朋友" }}，你的新客券还有一天到期。',
      },
      position: at(480, 344),
    },
    {
      id: 'pay-again',
      kind: 'wait-for-event',
      title: '再等支付',
      config: { event: 'order.paid', timeout: 'PT48H' },
      position: at(480, 424),
    },
    {
      id: 'points',
      kind: 'award-points',
      title: '奖励积分',
      config: { points: 50, reason: '完成首单' },
      position: at(160, 536),
    },
    { id: 'rest', kind: 'delay', title: '等待 7 天', config: { for: 'P7D' }, position: at(320, 624) },
    {
      id: 'loyal',
      kind: 'branch',
      title: '是否复购',
      config: {
        cases: [
          {
            id: 'again',
            name: '已复购',
            when: {
              combinator: 'and',
              rules: [
                {
                  field: 'events.order.paid',
                  operator: '=',
                  match: { mode: 'atLeast', threshold: 2 },
                  value: { combinator: 'and', rules: [] },
                },
              ],
            },
          },
        ],
      },
      position: at(320, 704),
    },
    {
      id: 'reactivate',
      kind: 'send-message',
      title: '召回',
      config: { channel: 'inbox', title: '好久不见', text: '满 80 减 15 的券已备好，回来喝杯茶。' },
      position: at(480, 816),
    },
    { id: 'end', kind: 'exit', title: '结束', config: {}, position: at(372, 904) },
  ],
  edges: [
    edge('follow', 'next', 'coupon'),
    edge('coupon', 'next', 'hello'),
    edge('hello', 'next', 'pay'),
    edge('pay', 'received', 'points'),
    edge('pay', 'timeout', 'remind'),
    edge('remind', 'next', 'pay-again'),
    edge('pay-again', 'received', 'points'),
    edge('pay-again', 'timeout', 'rest'),
    edge('points', 'next', 'rest'),
    edge('rest', 'next', 'loyal'),
    edge('loyal', 'again', 'end'),
    edge('loyal', 'else', 'reactivate'),
    edge('reactivate', 'next', 'end'),
  ],
  notes: [],
}

/** A draft for the operator to finish: thank who bought much, split the rest. */
export const winBack: Journey = {
  format: 'millrace.journey/1',
  name: '沉默客户唤醒',
  timeZone: 'Asia/Shanghai',
  settings: { reentry: { mode: 'after-exit', coolDown: 'P90D' } },
  nodes: [
    { id: 'in', kind: 'entry', title: '人工加入', config: { on: { manual: true } }, position: at(320, 0) },
    {
      id: 'arms',
      kind: 'split',
      title: '话术实验',
      config: {
        arms: [
          { id: 'a', name: 'A 问候', weight: 50 },
          { id: 'b', name: 'B 送券', weight: 50 },
        ],
      },
      position: at(320, 88),
    },
    {
      id: 'greet',
      kind: 'send-message',
      title: '问候',
      config: { channel: 'inbox', text: '最近在喝什么茶？' },
      position: at(160, 200),
    },
    {
      id: 'gift',
      kind: 'grant-coupon',
      title: '回归券',
      config: { coupon: 'return-15' },
      position: at(480, 200),
    },
    { id: 'tag', kind: 'set-tag', title: '记下已唤醒', config: { add: ['已唤醒'] }, position: at(320, 312) },
    { id: 'end', kind: 'exit', title: '结束', config: {}, position: at(372, 400) },
  ],
  edges: [
    edge('in', 'next', 'arms'),
    edge('arms', 'a', 'greet'),
    edge('arms', 'b', 'gift'),
    edge('greet', 'next', 'tag'),
    edge('gift', 'next', 'tag'),
    edge('tag', 'next', 'end'),
  ],
  notes: [],
}
