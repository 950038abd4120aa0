import type { Json } from '@millrace/program'
import fc, { type Arbitrary } from 'fast-check'
import { NOW, NUMBERS } from './odd-values.ts'
import { aNumber, aTag, aText } from './scalars.ts'

/** A contact with its history as the database is given it: documents as JSON text, which can say what no number can. */
export interface Person {
  readonly attributes: string
  readonly tags: readonly string[]
  readonly points: number
  readonly events: readonly { readonly type: string; readonly at: number; readonly data: string }[]
}

/** Types of events that people have. */
export const EVENT_TYPES = ['order.paid', 'order.created', 'page.seen']
/** Keys of attributes and of data. */
export const KEYS = ['a', 'b', 'a.b', '0', '__proto__', '长']
const AGES = [0, 1, -1, 1000, 86_400_000, 86_400_001, 2_592_000_000, 6e11, 62_135_596_800_000]

const { value: aValue } = fc.letrec<{ value: string; scalar: string; list: string; object: string }>(
  (tie) => ({
    scalar: fc.oneof(
      { weight: 4, arbitrary: aText.map((one) => JSON.stringify(one)) },
      { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
      { weight: 2, arbitrary: aNumber.map((one) => JSON.stringify(one)) },
      { weight: 1, arbitrary: fc.constantFrom('true', 'false', 'null') },
    ),
    list: fc.array(tie('scalar'), { maxLength: 4 }).map((items) => `[${items.join()}]`),
    object: objectOf(tie('value')),
    value: fc.oneof(
      { maxDepth: 2 },
      { weight: 6, arbitrary: tie('scalar') },
      { weight: 2, arbitrary: tie('list') },
      { weight: 2, arbitrary: tie('object') },
    ),
  }),
)

/** Contacts whose values meet those that conditions ask for often. */
export const aPerson: Arbitrary<Person> = fc.record({
  attributes: objectOf(aValue),
  tags: fc.uniqueArray(aTag, { maxLength: 3 }),
  points: fc.constantFrom(0, 1, 2, 100, -3, 2 ** 53 - 1),
  events: fc.array(
    fc.record({
      type: fc.constantFrom(...EVENT_TYPES),
      at: fc.constantFrom(...AGES).map((age) => NOW - age),
      data: objectOf(aValue),
    }),
    { maxLength: 6 },
  ),
})

/** The data of an event as facts have it. */
export const someData: Arbitrary<{ readonly [key: string]: Json }> = objectOf(aValue).map((one) =>
  JSON.parse(one),
)

function objectOf(value: Arbitrary<string>): Arbitrary<string> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), value), {
      minLength: 1,
      maxLength: 5,
      selector: ([key]) => key,
    })
    .map((entries) => `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${one}`).join()}}`)
}
