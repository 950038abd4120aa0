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
import { TIMES } from './odd-values.ts'
import { EVENT_TYPES, KEYS } from './people.ts'
import { aNumber, aTag, aText } from './scalars.ts'

const PATHS = [...KEYS.filter((key) => key !== 'a.b'), 'a.a', 'a.b', 'a.0', '__proto__.a']
const LOCAL_TIMES = ['2026-07-01', '2026-07-01T20:00', '2026-06-30T20:00:00.5', '2026-03-08T02:30']
/** Short texts that begin, end or lie within the odd ones. */
const anAffix = fc.constantFrom('a', 'a', '2', '2026', 'Z', '0Z', 'b', 'p', 'vi', '长')
const aTime = fc.constantFrom(...TIMES)

/** Scalars by kind of field, in groups that may be the two ends of a range. */
const SCALARS: Readonly<Record<ValueKind, readonly Arbitrary<Json>[]>> = {
  any: [aText, aNumber, aTime, fc.boolean()],
  tags: [aTag],
  number: [aNumber],
  time: [fc.constantFrom(...TIMES, ...LOCAL_TIMES)],
}

const VALUES: Readonly<Record<Operator['takes'], (kind: ValueKind) => Arbitrary<Json>>> = {
  nothing: () => fc.constant(''),
  text: () => fc.oneof({ weight: 4, arbitrary: anAffix }, { weight: 1, arbitrary: aText }),
  one: (kind) => fc.oneof(...SCALARS[kind]),
  two: (kind) => fc.oneof(...SCALARS[kind].map((one) => fc.tuple(one, one))),
  list: (kind) => fc.array(fc.oneof(...SCALARS[kind]), { minLength: 1, maxLength: 4 }),
  duration: () => fc.constantFrom('P1D', 'PT24H', 'P1M', 'P10Y', 'PT1S', 'P1Y'),
}

const aMatch: Arbitrary<Match> = fc.oneof(
  fc.constantFrom<Match>({ mode: 'all' }, { mode: 'none' }, { mode: 'some' }),
  fc.record({ mode: fc.constantFrom('atLeast', 'atMost', 'exactly'), threshold: fc.nat(3) }),
)

const contactRule = fc.oneof(
  { weight: 6, arbitrary: rulesOn('any', fc.constantFrom(...KEYS.map((key) => `contact.${key}`))) },
  { weight: 1, arbitrary: rulesOn('tags', fc.constant('tags')) },
  { weight: 1, arbitrary: rulesOn('number', fc.constant('points')) },
  { weight: 1, arbitrary: rulesOn('any', fc.constantFrom(...PATHS.map((path) => `event.${path}`))) },
  {
    weight: 4,
    arbitrary: fc.record({
      field: fc.constantFrom(...EVENT_TYPES.map((type) => `events.${type}`)),
      operator: fc.constant('='),
      match: aMatch,
      value: fc.oneof(groupsOf(eventRule(), 2), fc.constant<Condition>({ combinator: 'and', rules: [] })),
    }),
  },
)

/** Conditions without faults, of every field, operator and match mode. */
export const aCondition: Arbitrary<Condition> = groupsOf(contactRule, 3)

/** Every one-rule condition on `field` that these values make. */
export function conditionsOn(field: string, values: readonly Json[]): Condition[] {
  const conditions = OPERATORS.flatMap(({ name, takes }) => {
    if (takes === 'two')
      return values.flatMap((from) => values.map((to) => only({ field, operator: name, value: [from, to] })))
    return values.map((value) =>
      only({ field, operator: name, value: takes === 'list' ? [value, 'zz'] : value }),
    )
  })
  return conditions.filter(isCondition)
}

function eventRule(): Arbitrary<Rule> {
  return fc.oneof(
    { weight: 2, arbitrary: rulesOn('any', fc.constantFrom(...PATHS.map((path) => `data.${path}`))) },
    { weight: 1, arbitrary: rulesOn('time', fc.constant('at')) },
  )
}

function rulesOn(kind: ValueKind, field: Arbitrary<string>): Arbitrary<Rule> {
  const operators = OPERATORS.filter(({ kinds }) => kinds.includes(kind))
  return fc
    .constantFrom(...operators)
    .chain(({ name, takes }) =>
      fc.record({ field, operator: fc.constant(name), value: VALUES[takes](kind) }).filter(isFaultless),
    )
}

function isFaultless(rule: Rule): boolean {
  const isEvent = rule.field === 'at' || rule.field.startsWith('data.')
  const events: Rule = { field: 'events.a.b', operator: '=', match: { mode: 'all' }, value: only(rule) }
  return isCondition(only(isEvent ? events : rule))
}

function groupsOf(rule: Arbitrary<Rule>, depth: number): Arbitrary<Condition> {
  const entry =
    depth > 1
      ? fc.oneof({ weight: 3, arbitrary: rule }, { weight: 1, arbitrary: groupsOf(rule, depth - 1) })
      : rule
  const rules = fc.array<Rule | Condition>(entry, { minLength: depth > 1 ? 1 : 0, maxLength: 3 })
  return fc.record({ combinator: fc.constantFrom('and', 'or'), not: fc.boolean(), rules })
}

function only(rule: Rule): Condition {
  return { combinator: 'and', rules: [rule] }
}
