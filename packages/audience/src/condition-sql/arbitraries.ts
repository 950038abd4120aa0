import {
  type Condition,
  isCondition,
  type Json,
  type Match,
  OPERATORS,
  type Operator,
  type Rule,
  type ValueKind,
} from '@millrace/program'
import fc, { type Arbitrary } from 'fast-check'
import { NO_TIMES, NOW, NUMBERS, TEXTS, TIMES } from './odd-values.ts'

/** A contact with its history as the database is given it: documents as JSON text, which can say what no number can. */
export interface Person {
  readonly attributes: string
  readonly tags: readonly string[]
  readonly points: number
  readonly events: readonly { readonly type: string; readonly at: number; readonly data: string }[]
}

const TYPES = ['order.paid', 'order.created', 'page.seen']
const KEYS = ['a', 'b', 'a.b', '0', '__proto__', 'x y', '长']
const PATHS = ['a', 'b', 'a.a', 'a.b', '0', 'a.0', '__proto__', '__proto__.a', '长']
const DURATIONS = ['P1D', 'PT24H', 'P1M', 'P10Y', 'PT0.5H', 'PT1S']
const AGES = [0, 1, -1, 1000, 86_400_000, 86_400_001, 2_592_000_000, 6e11, 62_135_596_800_000]

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...TIMES) },
  { weight: 1, arbitrary: fc.constantFrom(...NO_TIMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }).filter((one) => !one.includes('\0')) },
)
const number = fc.oneof(fc.constantFrom(...NUMBERS.map(Number).filter(Number.isFinite)), fc.double({ noNaN: true, noDefaultInfinity: true }))
const tag = fc.constantFrom('vip', 'VIP', 'a', '', '%', '长')

const json: Arbitrary<string> = fc.letrec<{ value: string; scalar: string; list: string; object: string }>((tie) => ({
  scalar: fc.oneof(
    { weight: 4, arbitrary: text.map((one) => JSON.stringify(one)) },
    { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
    { weight: 1, arbitrary: number.map((one) => JSON.stringify(one)) },
    { weight: 1, arbitrary: fc.constantFrom('true', 'false', 'null') },
  ),
  list: fc.array(tie('scalar'), { maxLength: 3 }).map((items) => `[${items.join()}]`),
  object: objectOf(tie('value')),
  value: fc.oneof(
    { maxDepth: 2 },
    { weight: 6, arbitrary: tie('scalar') },
    { weight: 1, arbitrary: tie('list') },
    { weight: 1, arbitrary: tie('object') },
  ),
})).value

function objectOf(value: Arbitrary<string>): Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 4, selector: ([key]) => key })
    .map((entries) => `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${one}`).join()}}`)
}

/** Contacts whose values meet those of `aCondition` often. */
export const aPerson: Arbitrary<Person> = fc.record({
  attributes: objectOf(json),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
  points: fc.constantFrom(0, 1, 2, 100, -3, 2 ** 53 - 1),
  events: fc.array(
    fc.record({
      type: fc.constantFrom(...TYPES),
      at: fc.constantFrom(...AGES).map((age) => NOW - age),
      data: objectOf(json),
    }),
    { maxLength: 5 },
  ),
})

/** An event's data as facts have it. */
export const someData: Arbitrary<{ readonly [key: string]: Json }> = objectOf(json).map((one) => JSON.parse(one))
