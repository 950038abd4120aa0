import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** An event as the API takes it. */
export interface SampleEvent {
  readonly id: string
  readonly contact: string
  readonly type: string
  readonly at: string
  readonly data: Record<string, string | number>
}

const DAY = 86_400_000
const PRODUCTS = [
  { sku: 'longjing-125', name: '云雾绿茶 125 g', price: 148 },
  { sku: 'oolong-100', name: '高山乌龙 100 g', price: 128 },
  { sku: 'puer-357', name: '熟普茶饼 357 g', price: 268 },
  { sku: 'taster', name: '六味试饮装', price: 39 },
] as const

/** A year of following, viewing and buying, up to `now`; a few buy often, most once or twice. */
export function makeHistory(random: Random, people: readonly Person[], now: number): SampleEvent[] {
  return people.flatMap((person) => {
    const since = now - random.between(20, 365) * DAY
    const event = (type: string, at: number, data: SampleEvent['data']): SampleEvent => ({
      id: `${person.id}-${type}-${at}`,
      contact: person.id,
      type,
      at: new Date(at).toISOString(),
      data,
    })
    const orders = random.chance(0.15) ? random.between(5, 14) : random.between(0, 2)
    const later = (): number => since + Math.floor((random.between(0, 1000) / 1000) * (now - since - DAY))
    return [
      event('contact.followed', since, { source: random.pick(['channel-code', 'friend', 'shop']) }),
      ...Array.from({ length: random.between(0, 5) }, () =>
        event('page.viewed', later(), { page: random.pick(PRODUCTS).sku }),
      ),
      ...Array.from({ length: orders }, () => {
        const { sku, name, price } = random.pick(PRODUCTS)
        const count = random.between(1, 3)
        return event('order.paid', later(), { sku, name, count, amount: price * count, currency: 'CNY' })
      }),
    ]
  })
}
