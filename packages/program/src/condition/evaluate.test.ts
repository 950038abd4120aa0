import { expect, test } from 'vitest'
import type { Json } from '../text.ts'
import { checkCondition } from './check.ts'
import type { Condition, Match, Rule } from './condition.ts'
import { evaluate } from './evaluate.ts'
import type { EventFact, Facts } from './facts.ts'
import { OPERATORS } from './operators.ts'

const NOW = Date.parse('2026-07-01T12:00:00Z')

const facts = (some: Partial<Facts> = {}): Facts => ({
  now: NOW,
  zone: 'Asia/Shanghai',
  attributes: {},
  tags: [],
  points: 0,
  event: null,
  events: {},
  ...some,
})

const all = (...rules: Condition['rules']): Condition => ({ combinator: 'and', rules })

/** Whether the rule holds for a contact whose attribute `x` has this value; undefined is a missing one. */
function attribute(x: Json | undefined, operator: string, value: Json = ''): boolean {
  const condition = all({ field: 'contact.x', operator, value })
  expect(checkCondition({ combinator: 'and', rules: [{ field: 'contact.x', operator, value }] })).toEqual([])
  return evaluate(condition, facts({ attributes: x === undefined ? {} : { x } })).holds
}

function events(match: Match, value: Condition, ...data: EventFact['data'][]): boolean {
  const history = data.map((one, index) => ({ type: 'order.paid', at: NOW - index * 86_400_000, data: one }))
  const rule: Rule = { field: 'events.order.paid', operator: '=', match, value }
  return evaluate(all(rule), facts({ events: { 'order.paid': history } })).holds
}

test('an empty group is true, and "not" turns it', () => {
  expect(evaluate(all(), facts()).holds).toBe(true)
  expect(evaluate({ combinator: 'or', rules: [] }, facts()).holds).toBe(true)
  expect(evaluate({ combinator: 'or', not: true, rules: [] }, facts()).holds).toBe(false)
})

test('groups nest with "and", "or" and "not"', () => {
  const vip: Rule = { field: 'tags', operator: 'contains', value: 'vip' }
  const rich: Rule = { field: 'points', operator: '>=', value: 100 }
  const either: Condition = { combinator: 'or', rules: [vip, rich] }
  const decide = (condition: Condition) =>
    [facts(), facts({ tags: ['vip'] }), facts({ tags: ['vip'], points: 100 })].map(
      (one) => evaluate(condition, one).holds,
    )
  expect(decide(either)).toEqual([false, true, true])
  expect(decide(all(vip, rich))).toEqual([false, false, true])
  expect(decide(all(either, { combinator: 'and', not: true, rules: [vip, rich] }))).toEqual([
    false,
    true,
    false,
  ])
})

test('numbers compare with numbers alone', () => {
  expect(attribute(18, '=', 18)).toBe(true)
  expect(attribute(17.5, '<', 18)).toBe(true)
  expect(attribute(18, '<=', 18)).toBe(true)
  expect(attribute(18, '>', 18)).toBe(false)
  expect(attribute('18', '=', 18)).toBe(false)
  expect(attribute(true, '>=', 0)).toBe(false)
  expect(attribute(null, '<', 1)).toBe(false)
  expect(attribute(Number.POSITIVE_INFINITY, '>', 0)).toBe(false)
  expect(attribute(-0, '=', 0)).toBe(true)
})

test('texts compare by code points and case', () => {
  expect(attribute('a', '>', 'B')).toBe(true)
  expect(attribute('VIP', '=', 'vip')).toBe(false)
  // U+1F600 comes after U+FF01, though its first UTF-16 unit is lower.
  expect(attribute('😀', '>', '！')).toBe(true)
  expect(attribute('！', '>', '😀')).toBe(false)
  expect(attribute('ab', '<', 'abc')).toBe(true)
  expect(attribute('\u00e9', '=', 'e\u0301')).toBe(false)
})

test('a value written as RFC 3339 compares as a moment, with texts that are moments alone', () => {
  expect(attribute('2026-01-01T08:00:00+08:00', '=', '2026-01-01T00:00:00Z')).toBe(true)
  expect(attribute('2026-01-01 08:00:00.0009+08:00', '=', '2026-01-01T00:00:00Z')).toBe(true)
  expect(attribute('2026-01-01T00:00:00+01:00', '<', '2026-01-01T00:00:00Z')).toBe(true)
  expect(attribute('2026-01-01', '<=', '2026-06-01T00:00:00Z')).toBe(false)
  expect(attribute('2026-02-30T00:00:00Z', '>', '2020-01-01T00:00:00Z')).toBe(false)
  expect(attribute('2026-01-01', '<', '2026-06-01')).toBe(true)
})

test('true and false are equal to themselves alone', () => {
  expect(attribute(true, '=', true)).toBe(true)
  expect(attribute(false, '!=', true)).toBe(true)
  expect(attribute('true', '=', true)).toBe(false)
})

test('between includes both ends', () => {
  expect([1, 2, 3, 4].map((x) => attribute(x, 'between', [2, 3]))).toEqual([false, true, true, false])
  expect(
    attribute('2026-01-01T00:00:00Z', 'between', ['2025-12-31T23:00:00-01:00', '2026-01-02T00:00:00Z']),
  ).toBe(true)
})

test('"in" tries each value by its own type', () => {
  expect(attribute('a', 'in', ['b', 'a'])).toBe(true)
  expect(attribute(1, 'in', ['1', true])).toBe(false)
  expect(attribute(1, 'in', ['1', 1])).toBe(true)
  expect(attribute(['a'], 'in', ['a'])).toBe(false)
})

test('"contains" seeks a part of a text, or an element of a list', () => {
  expect(attribute('new VIP', 'contains', 'VIP')).toBe(true)
  expect(attribute(['new', 'VIP'], 'contains', 'VIP')).toBe(true)
  expect(attribute(['new VIP'], 'contains', 'VIP')).toBe(false)
  expect(attribute([1, 2], 'contains', 2)).toBe(true)
  expect(attribute(['2'], 'contains', 2)).toBe(false)
  expect(attribute({ VIP: 1 }, 'contains', 'VIP')).toBe(false)
  expect(attribute('a 2026-01-01T00:00:00Z', 'contains', '2026-01-01T00:00:00Z')).toBe(true)
})

test('"beginsWith" and "endsWith" look at texts alone', () => {
  expect(attribute('138-0013', 'beginsWith', '138')).toBe(true)
  expect(attribute(138, 'beginsWith', '138')).toBe(false)
  expect(attribute('a@b.cn', 'endsWith', '.cn')).toBe(true)
  expect(attribute('a@b.cn ', 'endsWith', '.cn')).toBe(false)
})

test('null is missing; any other value, empty ones too, is there', () => {
  expect([undefined, null, '', 0, false, [], {}].map((x) => attribute(x, 'notNull'))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
    true,
  ])
})

test('"withinLast" reaches from the calendar’s day back then to now, in the zone', () => {
  const within = (at: string) => attribute(at, 'withinLast', 'P1D')
  expect(within('2026-06-30T12:00:00Z')).toBe(true)
  expect(within('2026-06-30T11:59:59.999Z')).toBe(false)
  expect(within('2026-07-01T12:00:00Z')).toBe(true)
  expect(within('2026-07-01T12:00:00.001Z')).toBe(false)
  expect(within('2026-07-01')).toBe(false)
})

test('a missing value makes every positive operator false and every negated one true', () => {
  const values: Record<string, Json> = {
    one: 'a',
    text: 'a',
    two: ['a', 'b'],
    list: ['a'],
    duration: 'P1D',
    nothing: '',
  }
  for (const { name, takes, negates } of OPERATORS)
    expect([name, attribute(undefined, name, values[takes])]).toEqual([name, negates !== undefined])
})

test('a contact without tags has no value there', () => {
  const decide = (operator: string, tags: string[]) =>
    evaluate(all({ field: 'tags', operator, value: 'vip' }), facts({ tags })).holds
  expect(decide('null', [])).toBe(true)
  expect(decide('notNull', ['a'])).toBe(true)
  expect(decide('doesNotContain', ['a'])).toBe(true)
  expect(decide('contains', ['vip', 'a'])).toBe(true)
})

test('"event" is the data of the event at hand, by own keys and never into lists', () => {
  const data = JSON.parse('{"order":{"total":12},"items":[{"sku":"a"}],"__proto__":{"deep":1}}')
  const decide = (path: string, value: Json) =>
    evaluate(
      all({ field: `event.${path}`, operator: '=', value }),
      facts({ event: { type: 'order.paid', at: NOW, data } }),
    ).holds
  expect(decide('order.total', 12)).toBe(true)
  expect(decide('__proto__.deep', 1)).toBe(true)
  expect(decide('items.0.sku', 'a')).toBe(false)
  expect(
    evaluate(
      all({ field: 'event.toString', operator: 'notNull' }),
      facts({ event: { type: 'a.b', at: 0, data: {} } }),
    ).holds,
  ).toBe(false)
  expect(evaluate(all({ field: 'event.order', operator: 'null' }), facts()).holds).toBe(true)
})

test('an attribute’s name is everything after "contact.", and never inherited', () => {
  const decide = (field: string) =>
    evaluate(all({ field, operator: '=', value: 1 }), facts({ attributes: { 'a.b': 1, a: { b: 2 } } })).holds
  expect(decide('contact.a.b')).toBe(true)
  expect(decide('contact.constructor')).toBe(false)
})

test('events are counted by the group within', () => {
  const big = all({ field: 'data.total', operator: '>', value: 10 })
  const history = [{ total: 5 }, { total: 20 }, { total: 30 }]
  const decide = (mode: Match['mode'], threshold?: number) =>
    events(threshold === undefined ? { mode } : { mode, threshold }, big, ...history)
  expect([decide('all'), decide('some'), decide('none')]).toEqual([false, true, false])
  expect([1, 2, 3].map((n) => decide('atLeast', n))).toEqual([true, true, false])
  expect([1, 2, 3].map((n) => decide('atMost', n))).toEqual([false, true, true])
  expect([1, 2, 3].map((n) => decide('exactly', n))).toEqual([false, true, false])
})

test('of no events all match, none matches and at least zero match', () => {
  const decide = (mode: Match['mode']) => events({ mode, threshold: 0 }, all())
  expect([decide('all'), decide('none'), decide('some')]).toEqual([true, true, false])
  expect([decide('atLeast'), decide('atMost'), decide('exactly')]).toEqual([true, true, true])
})

test('"at" of counted events is a time, and local ones are read in the zone', () => {
  const since = (value: string) =>
    events({ mode: 'exactly', threshold: 1 }, all({ field: 'at', operator: '>=', value }), {}, {})
  expect(since('2026-07-01')).toBe(true)
  expect(since('2026-07-01T20:00')).toBe(true)
  expect(since('2026-07-01T20:01')).toBe(false)
  expect(
    events(
      { mode: 'exactly', threshold: 2 },
      all({ field: 'at', operator: 'withinLast', value: 'P1D' }),
      {},
      {},
      {},
    ),
  ).toBe(true)
})

test('the reads tell what every rule saw, short', () => {
  const condition: Condition = {
    combinator: 'or',
    rules: [
      { field: 'tags', operator: 'contains', value: 'a' },
      { field: 'points', operator: '>', value: 1 },
      { field: 'contact.note', operator: 'notNull' },
      { field: 'contact.gone', operator: 'null' },
      { field: 'contact.__proto__', operator: 'null' },
      { field: 'events.order.paid', operator: '=', match: { mode: 'some' }, value: all() },
      {
        field: 'events.order.paid',
        operator: '=',
        match: { mode: 'none' },
        value: all({ field: 'data.x', operator: 'notNull' }),
      },
    ],
  }
  const history = { 'order.paid': [{ type: 'order.paid', at: 0, data: {} }] }
  const { reads } = evaluate(
    condition,
    facts({ tags: ['a'], points: 7, attributes: { note: '长'.repeat(500) }, events: history }),
  )
  expect(reads).toEqual({
    tags: ['a'],
    points: 7,
    'contact.note': `${'长'.repeat(200)}…`,
    'contact.gone': null,
    'contact.__proto__': null,
    'events.order.paid': { matched: 1, of: 1 },
    'events.order.paid #2': { matched: 0, of: 1 },
  })
})

test('a condition that was never checked throws', () => {
  expect(() => evaluate(all({ field: 'tier', operator: '=', value: 1 }), facts())).toThrow('never checked')
  expect(() => evaluate(all({ field: 'points', operator: '~', value: 1 }), facts())).toThrow('never checked')
})
