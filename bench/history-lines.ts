/** One line of a shop's history, as it would be sent. */
export interface HistoryLine {
  readonly id: string
  readonly contact: string
  readonly type: string
  readonly at: string
  readonly data: object
}

/** A year of made-up purchases in the order of time; the same for the same numbers. */
export function historyLines(events: number, contacts: number): HistoryLine[] {
  const random = seeded(20_260_301)
  const year = Date.parse('2025-01-01T00:00:00Z')
  const step = (365 * 86_400_000) / events
  return Array.from({ length: events }, (_, n) => {
    const lines = 1 + Math.floor(random() * 30)
    return {
      id: `basket-${n}-${Math.floor(random() * 1e9)}`,
      contact: `member-${Math.floor(random() ** 2 * contacts)}`,
      type: random() < 0.95 ? 'order.paid' : 'coupon.redeemed',
      at: new Date(year + Math.floor(n * step)).toISOString(),
      data: {
        orderId: String(31_000_000_000 + n),
        amount: Math.round(random() * 20_000) / 100,
        currency: 'CNY',
        items: lines,
        store: `store-${Math.floor(random() * 40)}`,
        discount: Math.round(random() * 500) / 100,
      },
    }
  })
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
