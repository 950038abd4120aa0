import type { Instant, Json } from '@millrace/program'
import fc from 'fast-check'
import { WORDS } from './configs.ts'

/** When random lives begin: shortly before clocks change in America and in Europe. */
export const BIRTH: Instant = Date.UTC(2026, 2, 7, 12)

/** An event as it arrives; `seq` counts from 1, which is the one that enters. */
export interface LifeEvent {
  readonly seq: number
  readonly at: Instant
  readonly type: string
  readonly data: { readonly [key: string]: Json }
}

/** A contact with all that will happen to it. */
export interface Life {
  readonly zone: string
  readonly attributes: { readonly [name: string]: Json }
  readonly tags: readonly string[]
  readonly points: number
  /** In order of arrival. */
  readonly events: readonly LifeEvent[]
  /** What chance decides, one after the other: arms, stock, outcomes of deliveries, how late a block runs. */
  readonly luck: readonly number[]
}

const MINUTE = 60_000

const attributes = fc.record(
  {
    name: fc.constantFrom('林晓雯', '', 'O’Neil {{ x }}'),
    level: fc.oneof(fc.nat(4), fc.constant('gold')),
    birthday: fc.constantFrom('2026-03-08T02:30', '2026-05-01', 'some day'),
  },
  { requiredKeys: [] },
)

const happening = fc.record({
  minutes: fc.oneof(fc.nat(120), fc.nat(3 * 24 * 60), fc.nat(30 * 24 * 60)),
  type: fc.constantFrom(...WORDS.events),
  amount: fc.oneof(fc.nat(100), fc.constant(null)),
})

/** Contacts with up to a dozen events in their first month. */
export const lives: fc.Arbitrary<Life> = fc
  .record({
    zone: fc.constantFrom(...WORDS.zones),
    attributes,
    tags: fc.subarray([...WORDS.tags]),
    points: fc.nat(100),
    happenings: fc.array(happening, { maxLength: 12 }),
    luck: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
  })
  .map(({ happenings, ...life }) => {
    const first = { minutes: 0, type: 'contact.followed', amount: 30 }
    const later = happenings.toSorted((a, b) => a.minutes - b.minutes)
    const events = [first, ...later].map(({ minutes, type, amount }, index) => ({
      seq: index + 1,
      at: BIRTH + minutes * MINUTE,
      type,
      data: { amount },
    }))
    return { ...life, events }
  })
