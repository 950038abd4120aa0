import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../text.ts'
import { checkCondition, isCondition } from './check.ts'
import { evaluate } from './evaluate.ts'
import { operatorsFor } from './fields.ts'
import { OPERATORS } from './operators.ts'

const VALUES: Record<string, Json> = {
  one: 5,
  text: 'a',
  two: [1, 2],
  list: ['a', 1],
  duration: 'P30D',
  nothing: '',
}

/** Path and code of each fault of a group with this one rule. */
function faultsOf(rule: Json): string[] {
  return checkCondition({ combinator: 'and', rules: [rule] }).map(({ path, code }) => `${path} ${code}`)
}

const contact = (operator: string, value: Json) => faultsOf({ field: 'contact.x', operator, value })
const order = (rest: { [key: string]: Json }) =>
  faultsOf({
    field: 'events.order.paid',
    operator: '=',
    match: { mode: 'some' },
    value: { combinator: 'and', rules: [] },
    ...rest,
  })

test('every operator with the value it takes is without fault', () => {
  for (const { name, takes } of OPERATORS)
    expect([name, contact(name, VALUES[takes] ?? null)]).toEqual([name, []])
})

test('what the React Query Builder adds is accepted', () => {
  const rule = {
    id: 'r',
    path: [0],
    field: 'points',
    operator: '>',
    value: 1,
    valueSource: 'value',
    muted: false,
    meta: {},
  }
  expect(
    isCondition({
      id: 'g',
      not: false,
      combinator: 'or',
      rules: [rule, { id: 'h', combinator: 'and', rules: [] }],
    }),
  ).toBe(true)
})

test('each form offers the operators that the check accepts, and no others', () => {
  for (const field of ['contact.x', 'tags', 'points', 'event.a.b']) {
    const accepted = OPERATORS.filter(
      ({ name }) =>
        !faultsOf({ field, operator: name, value: null }).some((one) => one.endsWith('operator-field')),
    )
    expect(operatorsFor(field)).toEqual(accepted)
  }
  expect(operatorsFor('events.order.paid')).toEqual([])
})

test.each<[string, Json, string[]]>([
  ['no object', null, [' not-a-group']],
  ['a list', [], [' not-a-group']],
  ['no rules', { combinator: 'and' }, ['rules not-a-group']],
  ['another combinator', { combinator: 'xor', rules: [] }, ['combinator unknown-combinator']],
  [
    'independent combinators',
    { rules: [{ field: 'points', operator: '=', value: 1 }, 'and'] },
    ['combinator unknown-combinator', 'rules independent-combinators'],
  ],
  ['a "not" that is no boolean', { combinator: 'and', rules: [], not: 'yes' }, ['not bad-not']],
  ['a muted group', { combinator: 'and', rules: [], muted: true }, ['muted muted']],
  ['a misspelt key', { combinator: 'and', rules: [], Not: true }, ['Not unknown-key']],
  ['a rule that is none', { combinator: 'and', rules: [7] }, ['rules.0 not-a-rule']],
])('a group with %s is told so', (_, group, expected) => {
  expect(checkCondition(group).map(({ path, code }) => `${path} ${code}`)).toEqual(expected)
})

test('fields that this version cannot serve are "not yet"', () => {
  for (const field of ['segments', 'tier'])
    expect(faultsOf({ field, operator: 'contains', value: 'a' })).toEqual(['rules.0.field not-yet'])
})

test.each([
  '',
  'x',
  'contact',
  'contact.',
  'event.',
  'event.a..b',
  'events.paid',
  'events.Order.Paid',
  'data.x',
  'at',
  'points.x',
  'contact.\0',
  '__proto__',
])('"%s" is no field of a contact', (field) => {
  expect(faultsOf({ field, operator: '=', value: 1 })).toEqual(['rules.0.field unknown-field'])
})

test('operators that do not exist or do not fit the field are told apart', () => {
  expect(contact('like', 'a')).toEqual(['rules.0.operator unknown-operator'])
  expect(contact('constructor', 'a')).toEqual(['rules.0.operator unknown-operator'])
  expect(faultsOf({ field: 'contact.x', operator: null, value: 'a' })).toEqual([
    'rules.0.operator unknown-operator',
  ])
  expect(faultsOf({ field: 'points', operator: 'contains', value: 'a' })).toEqual([
    'rules.0.operator operator-field',
  ])
  expect(faultsOf({ field: 'tags', operator: '=', value: 'a' })).toEqual(['rules.0.operator operator-field'])
  expect(faultsOf({ field: 'points', operator: 'withinLast', value: 'P1D' })).toEqual([
    'rules.0.operator operator-field',
  ])
})

test('values of the wrong shape are told so', () => {
  expect(faultsOf({ field: 'contact.x', operator: '=' })).toEqual(['rules.0.value value-missing'])
  expect(contact('=', null)).toEqual(['rules.0.value value-scalar'])
  expect(contact('=', ['a'])).toEqual(['rules.0.value value-scalar'])
  expect(contact('=', { time: 'x' })).toEqual(['rules.0.value value-scalar'])
  expect(contact('<', true)).toEqual(['rules.0.value value-order'])
  expect(contact('=', Number.NaN)).toEqual(['rules.0.value value-number'])
  expect(contact('=', '\ud83d')).toEqual(['rules.0.value bad-text'])
  expect(contact('=', 'a\0')).toEqual(['rules.0.value bad-text'])
  expect(contact('contains', '')).toEqual(['rules.0.value value-text'])
  expect(contact('beginsWith', 5)).toEqual(['rules.0.value value-text'])
  expect(contact('in', 'a,b')).toEqual(['rules.0.value value-list'])
  expect(contact('in', [])).toEqual(['rules.0.value value-list'])
  expect(contact('in', ['a', null])).toEqual(['rules.0.value.1 value-scalar'])
  expect(contact('between', '1,2')).toEqual(['rules.0.value value-pair'])
  expect(contact('between', [1])).toEqual(['rules.0.value value-pair'])
  expect(contact('between', [1, 'a'])).toEqual(['rules.0.value value-pair'])
  expect(contact('between', [2, 1])).toEqual(['rules.0.value value-pair'])
  expect(contact('between', ['b', 'a'])).toEqual(['rules.0.value value-pair'])
  expect(contact('withinLast', 'a week')).toEqual(['rules.0.value value-duration'])
  expect(faultsOf({ field: 'points', operator: '=', value: '5' })).toEqual(['rules.0.value value-number'])
  expect(faultsOf({ field: 'tags', operator: 'contains', value: 5 })).toEqual(['rules.0.value value-text'])
})

test('values from elsewhere and muted rules are refused', () => {
  const rule = { field: 'points', operator: '>', value: 1 }
  expect(faultsOf({ ...rule, valueSource: 'field' })).toEqual(['rules.0.valueSource value-source'])
  expect(faultsOf({ ...rule, muted: true })).toEqual(['rules.0.muted muted'])
  expect(faultsOf({ ...rule, combinatorPreceding: 'or' })).toEqual([
    'rules.0.combinatorPreceding independent-combinators',
  ])
  expect(faultsOf({ ...rule, lhs: {} })).toEqual(['rules.0.lhs unknown-key'])
})

test('events need a match with a mode and, for counts, a threshold', () => {
  expect(order({})).toEqual([])
  expect(order({ match: { mode: 'atLeast', threshold: 0 } })).toEqual([])
  expect(order({ match: null })).toEqual(['rules.0.match match-missing'])
  expect(order({ match: { mode: 'most' } })).toEqual(['rules.0.match.mode match-mode'])
  for (const threshold of [-1, 1.5, '2', null, true, 2 ** 60, Number.NaN])
    expect(order({ match: { mode: 'atLeast', threshold } })).toEqual([
      'rules.0.match.threshold match-threshold',
    ])
  expect(order({ match: { mode: 'exactly' } })).toEqual(['rules.0.match.threshold match-threshold'])
  expect(order({ match: { mode: 'all', threshold: -1 } })).toEqual([
    'rules.0.match.threshold match-threshold',
  ])
  expect(order({ operator: '!=' })).toEqual(['rules.0.operator match-operator'])
  expect(order({ value: 5 })).toEqual(['rules.0.value not-a-group'])
  expect(faultsOf({ field: 'points', operator: '=', value: 1, match: { mode: 'all' } })).toEqual([
    'rules.0.match match-misplaced',
  ])
})

test('the group within events reads their data and time alone', () => {
  const within = (rule: Json) => order({ value: { combinator: 'and', rules: [rule] } })
  expect(within({ field: 'data.total', operator: '>', value: 1 })).toEqual([])
  expect(within({ field: 'at', operator: 'between', value: ['2026-01-01', '2026-02-01T09:00'] })).toEqual([])
  expect(within({ field: 'at', operator: '<', value: 'May' })).toEqual([
    'rules.0.value.rules.0.value value-time',
  ])
  expect(within({ field: 'at', operator: 'contains', value: '2026' })).toEqual([
    'rules.0.value.rules.0.operator operator-field',
  ])
  for (const field of ['contact.x', 'tags', 'events.order.paid', 'event.x', 'data', 'tier'])
    expect(within({ field, operator: '=', value: 1 })).toEqual(['rules.0.value.rules.0.field unknown-field'])
})

test('a condition too deep or too large is refused without a stack overflow', () => {
  let deep: Json = { combinator: 'and', rules: [] }
  for (let depth = 0; depth < 50_000; depth++) deep = { combinator: 'and', rules: [deep] }
  expect(checkCondition(deep).map(({ code }) => code)).toEqual(['too-deep'])
  const rule = { field: 'points', operator: '=', value: 1 }
  const wide = { combinator: 'and', rules: new Array<Json>(100_000).fill(rule) }
  expect(checkCondition(wide).map(({ code }) => code)).toEqual(['too-large'])
  expect(checkCondition({ ...wide, rules: wide.rules.slice(0, 500) })).toEqual([])
})

test('every message says something in both languages', () => {
  for (const { message } of checkCondition({ combinator: 'x', rules: [{ field: 'tier' }, {}, 5] })) {
    expect(message.zh).toMatch(/\p{Script=Han}/u)
    expect(message.en).toMatch(/^[A-Z].*\.$/)
  }
})

test('any JSON gets an answer, and what is accepted can be decided', () => {
  const field = fc.constantFrom(
    'contact.a',
    'tags',
    'points',
    'event.a',
    'events.order.paid',
    'data.a',
    'at',
    'tier',
    'x',
  )
  const operator = fc.constantFrom(...OPERATORS.map(({ name }) => name), 'like')
  const { group } = fc.letrec((tie) => ({
    rule: fc.record(
      {
        field: fc.oneof(field, fc.jsonValue()),
        operator: fc.oneof(operator, fc.jsonValue()),
        value: fc.oneof(fc.jsonValue(), fc.constantFrom('P1D', '2026-01-01', [1, 2]), tie('group')),
        match: fc.record({
          mode: fc.constantFrom('all', 'exactly', 'x'),
          threshold: fc.constantFrom(0, 1, -1),
        }),
      },
      { requiredKeys: [] },
    ),
    group: fc.record(
      {
        combinator: fc.constantFrom('and', 'or', 'x'),
        rules: fc.array(fc.oneof({ weight: 3, arbitrary: tie('rule') }, tie('group')), { maxLength: 2 }),
      },
      { requiredKeys: ['rules'] },
    ),
  }))
  const facts = { now: 0, zone: 'UTC', attributes: {}, tags: [], points: 0, event: null, events: {} }
  fc.assert(
    fc.property(fc.oneof(group, fc.jsonValue()), (document) => {
      if (isCondition(document)) expect(typeof evaluate(document, facts).holds).toBe('boolean')
    }),
    { numRuns: 2000 },
  )
  expect(checkCondition(undefined)).toHaveLength(1)
})
