import type { Json } from '@millrace/program'
import type { Services } from '../src/services/index.ts'
import { renderText } from '../src/text/render-text.ts'

/** What the services of these tests start from. */
export interface World {
  readonly coupons?: Readonly<Record<string, number>>
  readonly contact?: { readonly [name: string]: Json }
  readonly event?: { readonly [name: string]: Json }
  readonly tags?: readonly string[]
}

/** Services in memory for one contact and one step, and a view of what they did: a second call changes nothing. */
export function memoryServices({ coupons = {}, contact = {}, event = {}, tags = [] }: World = {}) {
  const stock = new Map(Object.entries(coupons))
  const held = new Set(tags)
  const did = { grants: [] as string[], points: 0, tags: held, messages: [] as unknown[] }
  const answers = new Map<string, unknown>()

  async function once<Answer>(service: string, act: () => Answer): Promise<Answer> {
    if (!answers.has(service)) answers.set(service, act())
    // The answer kept under this name is the one that `act` gave.
    return answers.get(service) as Answer
  }

  const services: Services = {
    coupons: {
      grant: (coupon) =>
        once('grant', () => {
          const left = stock.get(coupon)
          if (left === undefined) return { granted: false as const, why: 'unknown' as const }
          if (left === 0) return { granted: false as const, why: 'sold-out' as const }
          stock.set(coupon, left - 1)
          did.grants.push(coupon)
          return { granted: true as const, grant: `grant-${did.grants.length}` }
        }),
    },
    points: {
      award: (points) =>
        once('award', () => {
          did.points += points
          return { balance: did.points }
        }),
    },
    tags: {
      change: ({ add, remove }) =>
        once('tags', () => {
          const added = add.filter((tag) => !held.has(tag))
          const removed = remove.filter((tag) => held.has(tag))
          for (const tag of added) held.add(tag)
          for (const tag of removed) held.delete(tag)
          return { added, removed }
        }),
    },
    deliveries: {
      hand: (message) =>
        once('hand', () => {
          did.messages.push(message)
          return { delivery: `delivery-${did.messages.length}` }
        }),
    },
    text: {
      render: async (template) =>
        renderText(template, { contact, event, now: 1_794_227_460_000, zone: 'Asia/Shanghai' }),
    },
  }
  return { services, did }
}
