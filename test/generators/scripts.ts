import type { Journey } from '@millrace/graph'
import type { Instant, Json } from '@millrace/program'
import fc from 'fast-check'
import { WORDS } from './configs.ts'
import { journeys } from './journeys.ts'
import { BIRTH, type Life, lives } from './lives.ts'

/** A journey, the people whom it may carry, and all that is done to them, in order of time. */
export interface Script {
  readonly journey: Journey
  readonly people: readonly Life[]
  /** Coupons of the kind `scarce`; of `plenty` there is no end. */
  readonly stock: number
  readonly acts: readonly Act[]
  /** What chance decides: the fates of messages. */
  readonly luck: readonly number[]
}

/** Something done at a moment; people are named by their place. */
export type Act = { readonly at: Instant } & Deed

/** Something done. */
export type Deed =
  | { readonly do: 'events'; readonly events: readonly ScriptEvent[] }
  | { readonly do: 'enter'; readonly people: readonly number[] }
  | { readonly do: 'pause' }
  | { readonly do: 'resume' }
  | { readonly do: 'retry' | 'skip' | 'exit'; readonly which: number }
  | { readonly do: 'change'; readonly person: number; readonly attributes: { readonly [name: string]: Json } }

/** An event; `id` may come again, `ago` is by how many milliseconds its source dates it back. */
export interface ScriptEvent {
  readonly id: number
  readonly person: number
  readonly type: string
  readonly amount: number | null
  readonly ago: number | null
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const person = fc.nat(2)
const eventOf = (type: fc.Arbitrary<string>): fc.Arbitrary<ScriptEvent> =>
  fc.record({
    id: fc.nat(400),
    person,
    type,
    amount: fc.oneof(fc.nat(100), fc.constant(null)),
    ago: fc.oneof(
      { arbitrary: fc.constant(null), weight: 4 },
      fc.nat(48).map((hours) => hours * HOUR),
    ),
  })

const events = fc.array(eventOf(fc.constantFrom(...WORDS.events)), { minLength: 1, maxLength: 3 })
const constant = <Value extends string>(value: Value): fc.Arbitrary<Value> => fc.constant(value)

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: fc.record({ do: constant('events'), events }), weight: 14 },
  { arbitrary: fc.record({ do: constant('enter'), people: fc.uniqueArray(person) }), weight: 1 },
  { arbitrary: fc.record({ do: constant('pause') }), weight: 2 },
  { arbitrary: fc.record({ do: constant('resume') }), weight: 3 },
  {
    arbitrary: fc.record({ do: fc.constantFrom('retry', 'skip', 'exit'), which: fc.nat(9) }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      do: constant('change'),
      person,
      attributes: fc.record(
        { level: fc.nat(4), birthday: fc.constantFrom('2026-04-01', null), name: fc.constant('改名') },
        { requiredKeys: [] },
      ),
    }),
    weight: 1,
  },
)

// Some moments fall together with the ends of waits.
const gap = fc.oneof(
  fc.constantFrom(0, 0, 1, 10, 45, 360, 1_440),
  fc.nat(120),
  fc.nat(2 * 24 * 60),
  fc.nat(12 * 24 * 60),
)

/** How a script begins: so that most people enter, and some events come before the wait for them. */
function opening({ nodes }: Journey, first: readonly ScriptEvent[], many: number): Deed {
  const on = nodes.find(({ kind }) => kind === 'entry')?.config.on
  const people = [0, 1, 2].slice(0, many)
  if (typeof on !== 'object' || on === null || !('event' in on)) return { do: 'enter', people }
  const entering = people.map((one) => ({
    id: 1000 + one,
    person: one,
    type: String(on.event),
    amount: 30 * one + 10,
    ago: null,
  }))
  return { do: 'events', events: [...entering, ...first] }
}

/** Scripts that compile and begin with somebody who may enter. */
// Small scripts show little: without a bias to them each is as likely as the next.
export const scripts: fc.Arbitrary<Script> = fc
  .noBias(
    fc.record({
      journey: fc.oneof(
        { withCrossShrink: true },
        { arbitrary: journeys, weight: 1 },
        { arbitrary: journeys.filter(({ nodes }) => nodes.length > 5), weight: 3 },
      ),
      people: fc.array(lives, { minLength: 1, maxLength: 3 }),
      stock: fc.nat(2),
      first: fc.oneof(fc.constant([]), events, events),
      later: fc.array(fc.tuple(gap, deed), { minLength: 2, maxLength: 14, size: 'max' }),
      luck: fc.array(fc.nat(99), { minLength: 40, maxLength: 40 }),
    }),
  )
  .map(({ first, later, ...script }) => {
    let at = BIRTH
    const acts: Act[] = [{ at, ...opening(script.journey, first, script.people.length) }]
    for (const [minutes, done] of later) {
      at += minutes * MINUTE
      acts.push({ at, ...done })
    }
    return { ...script, acts }
  })
