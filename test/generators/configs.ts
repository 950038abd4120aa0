import fc from 'fast-check'

/** The words that random journeys, contacts and events share, so that they meet. */
export const WORDS = {
  events: ['contact.followed', 'order.paid', 'message.clicked'],
  coupons: ['plenty', 'scarce', 'unknown'],
  tags: ['vip', 'new', 'tea'],
  channels: ['inbox', 'email'],
  zones: ['Asia/Shanghai', 'Europe/Paris', 'America/New_York', 'Asia/Kathmandu'],
} as const

const pick = <Item>(items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items)

const duration = pick(['PT1M', 'PT10M', 'PT45M', 'PT6H', 'PT24H', 'P1D', 'P3D', 'P1W'])

const text = pick([
  '你好',
  '你好 {{ contact.name | default: "朋友" }}',
  '{{ event.amount | times: 2 }} / {{ contact.level }}',
  '{{ now }} {{ "now" | date: "%m-%d %H:%M" }}',
  '{{ contact.points }} {{ contact.tags | join: "/" }}',
  '{{ contact.nothing }}',
])

const rule = fc.oneof(
  fc.record({
    field: fc.constant('tags'),
    operator: pick(['contains', 'doesNotContain']),
    value: pick(WORDS.tags),
  }),
  fc.record({
    field: fc.constant('contact.level'),
    operator: pick(['=', '!=', '>', '<=']),
    value: fc.nat(4),
  }),
  fc.record({ field: fc.constant('points'), operator: pick(['>', '<']), value: fc.nat(100) }),
  fc.record({ field: fc.constant('event.amount'), operator: pick(['>', '<=']), value: fc.nat(100) }),
  fc.record({
    field: pick(WORDS.events).map((type) => `events.${type}`),
    operator: fc.constant('='),
    match: fc.record({ mode: pick(['atLeast', 'atMost', 'exactly']), threshold: fc.nat(3) }),
    value: fc.constant({ combinator: 'and', rules: [] }),
  }),
)

const condition = fc.record(
  { combinator: pick(['and', 'or']), not: fc.boolean(), rules: fc.array(rule, { maxLength: 3 }) },
  { requiredKeys: ['combinator', 'rules'] },
)

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 })

const until = fc.oneof(
  fc.record({ time: pick(['02:30', '10:00', '23:59']), weekdays }, { requiredKeys: ['time'] }),
  fc.record({ attribute: pick(['birthday', 'nothing']) }),
  fc.record({ date: pick(['2026-03-08', '2026-03-29T02:30', '2026-06-01T00:00:00Z', '2027-01-31']) }),
)

const cases = fc.uniqueArray(
  fc.record({ id: pick(['a', 'b', 'c']), name: fc.constant('分支'), when: condition }),
  {
    minLength: 1,
    selector: ({ id }) => id,
  },
)

const arms = fc.uniqueArray(
  fc.record({ id: pick(['a', 'b', 'c']), name: fc.constant('组'), weight: fc.integer({ min: 1, max: 9 }) }),
  {
    minLength: 1,
    selector: ({ id }) => id,
  },
)

/** A config that the schema of its kind takes, for every kind but the entry. */
export const CONFIGS = {
  'send-message': fc.record(
    { channel: pick(WORDS.channels), title: text, text },
    { requiredKeys: ['channel', 'text'] },
  ),
  'grant-coupon': fc.record({ coupon: pick(WORDS.coupons) }),
  'award-points': fc.record(
    {
      points: fc.oneof(fc.nat(100), pick(['{{ event.amount | floor }}', '{{ contact.level }}', 'abc'])),
      reason: fc.constant('首单'),
    },
    { requiredKeys: ['points'] },
  ),
  'set-tag': fc.subarray([...WORDS.tags]).map((tags) => ({ add: tags.slice(0, 1), remove: tags.slice(1) })),
  delay: fc.oneof({ arbitrary: fc.record({ for: duration }), weight: 2 }, fc.record({ until })),
  'wait-for-event': fc.record(
    { event: pick(WORDS.events), where: condition, timeout: duration },
    { requiredKeys: ['event', 'timeout'] },
  ),
  branch: fc.record({ cases }),
  split: fc.record({ arms, seed: fc.constant('seed') }, { requiredKeys: ['arms'] }),
  exit: fc.constant({}),
}

/** How an entry lets contacts in. */
export const ENTRY = fc.oneof(
  fc.record({ on: fc.record({ event: pick(WORDS.events), where: condition }, { requiredKeys: ['event'] }) }),
  fc.constant({ on: { manual: true } }),
)
