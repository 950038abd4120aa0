/** A journey document from its nodes and edges; positions do not matter here. */
export function drawing(
  nodes: Readonly<Record<string, readonly [kind: string, config: object]>>,
  edges: readonly (readonly [from: string, port: string, to: string])[],
  settings: object = { reentry: { mode: 'never' } },
) {
  return {
    format: 'millrace.journey/1',
    name: '旅程',
    timeZone: 'Asia/Shanghai',
    settings,
    nodes: Object.entries(nodes).map(([id, [kind, config]], index) => ({
      id,
      kind,
      config,
      position: { x: 0, y: index * 100 },
    })),
    edges: edges.map(([from, port, to]) => ({ from, port, to })),
    notes: [],
  }
}

/** Nodes one after the other, each left by `next`, after an entry by `contact.followed`. */
export function chain(
  nodes: Readonly<Record<string, readonly [kind: string, config: object]>>,
  settings?: object,
) {
  const all = { follow: ['entry', { on: { event: 'contact.followed' } }], ...nodes } as const
  const ids = Object.keys(all)
  const edges = ids.slice(1).map((id, index) => [ids[index] ?? '', 'next', id] as const)
  return drawing(all, edges, settings)
}

const inbox = (text: string) => ['send-message', { channel: 'inbox', text }] as const

/** follow → coupon → wait for payment → reminder → wait → points → delay → branch on history → reactivation. */
export function onboarding({ loyalFrom = 3 } = {}) {
  const often = {
    combinator: 'and',
    rules: [
      {
        field: 'events.order.paid',
        operator: '=',
        match: { mode: 'atLeast', threshold: loyalFrom },
        value: { combinator: 'and', rules: [] },
      },
    ],
  }
  return drawing(
    {
      follow: ['entry', { on: { event: 'contact.followed' } }],
      coupon: ['grant-coupon', { coupon: 'welcome-20' }],
      hello: inbox('你好 {{ contact.name | default: "朋友" }},新人券已到账'),
      pay: ['wait-for-event', { event: 'order.paid', timeout: 'PT24H' }],
      remind: inbox('优惠券即将过期'),
      'pay-again': ['wait-for-event', { event: 'order.paid', timeout: 'PT48H' }],
      points: ['award-points', { points: 50, reason: '完成首单' }],
      rest: ['delay', { for: 'P7D' }],
      loyal: ['branch', { cases: [{ id: 'often', name: '常客', when: often }] }],
      reactivate: inbox('回来看看'),
      end: ['exit', {}],
    },
    [
      ['follow', 'next', 'coupon'],
      ['coupon', 'next', 'hello'],
      ['hello', 'next', 'pay'],
      ['pay', 'received', 'points'],
      ['pay', 'timeout', 'remind'],
      ['remind', 'next', 'pay-again'],
      ['pay-again', 'received', 'points'],
      ['pay-again', 'timeout', 'rest'],
      ['points', 'next', 'rest'],
      ['rest', 'next', 'loyal'],
      ['loyal', 'often', 'end'],
      ['loyal', 'else', 'reactivate'],
      ['reactivate', 'next', 'end'],
    ],
  )
}

/** event → message → delay → wait for event or timeout → branch → message → delay → message → exit. */
export function nurture() {
  const vip = { combinator: 'and', rules: [{ field: 'tags', operator: 'contains', value: 'vip' }] }
  return drawing(
    {
      in: ['entry', { on: { event: 'lead.created' } }],
      m1: inbox('m1'),
      d1: ['delay', { for: 'PT1H' }],
      w: ['wait-for-event', { event: 'message.clicked', timeout: 'PT1H' }],
      b: ['branch', { cases: [{ id: 'vip', name: 'VIP', when: vip }] }],
      m2: inbox('m2'),
      d2: ['delay', { for: 'PT1H' }],
      m3: inbox('m3'),
      x: ['exit', {}],
    },
    [
      ['in', 'next', 'm1'],
      ['m1', 'next', 'd1'],
      ['d1', 'next', 'w'],
      ['w', 'received', 'b'],
      ['w', 'timeout', 'b'],
      ['b', 'vip', 'x'],
      ['b', 'else', 'm2'],
      ['m2', 'next', 'd2'],
      ['d2', 'next', 'm3'],
      ['m3', 'next', 'x'],
    ],
  )
}
