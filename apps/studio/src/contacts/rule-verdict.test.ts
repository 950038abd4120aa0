import { describe, expect, test } from 'vitest'
import { ruleHeld } from './rule-verdict.ts'

const moment = { at: Date.UTC(2026, 10, 18), zone: 'Asia/Shanghai' }

describe('a rule is decided again on the value the trace kept', () => {
  test.each([
    [{ field: 'points', operator: '>=', value: 500 }, 1260, true],
    [{ field: 'points', operator: '>=', value: 500 }, 499, false],
    [{ field: 'contact.city', operator: 'in', value: ['杭州', '上海'] }, '成都', false],
    [{ field: 'contact.city', operator: '!=', value: '杭州' }, null, true],
    [{ field: 'tags', operator: 'contains', value: 'vip' }, ['new', 'vip'], true],
    [{ field: 'tags', operator: 'contains', value: 'vip' }, null, false],
    [{ field: 'event.order.amount', operator: '>', value: 100 }, 128, true],
  ])('%j on %j is %s', (rule, seen, held) => {
    expect(ruleHeld(rule, seen, moment)).toBe(held)
  })
})

test('a count is held against its threshold', () => {
  const rule = {
    field: 'events.order.paid',
    operator: '=',
    value: { combinator: 'and' as const, rules: [] },
    match: { mode: 'atLeast' as const, threshold: 2 },
  }
  expect(ruleHeld(rule, { matched: 1, of: 3 }, moment)).toBe(false)
  expect(ruleHeld(rule, { matched: 2, of: 3 }, moment)).toBe(true)
})

test('nothing is claimed of a value that was cut or never kept', () => {
  const rule = { field: 'contact.note', operator: 'endsWith', value: 'x' }
  expect(ruleHeld(rule, 'a long text…', moment)).toBeUndefined()
  expect(ruleHeld(rule, undefined, moment)).toBeUndefined()
})
