import { checkCondition, type Json, OPERATORS } from '@millrace/program'
import fc from 'fast-check'
import { prepareRuleGroup, type RuleGroupType } from 'react-querybuilder'
import { describe, expect, test } from 'vitest'
import { fromQuery, toQuery } from './document.ts'
import { fieldsOf, fitQuery, fitValue } from './fit.ts'

const scalar = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.boolean())
const plainRule = fc.oneof(
  fc.record({
    field: fc.constantFrom('contact.city', 'event.amount'),
    operator: fc.constant('='),
    value: scalar,
  }),
  fc.record({
    field: fc.constant('contact.city'),
    operator: fc.constantFrom('in', 'notIn'),
    value: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ field: fc.constantFrom('tags', 'points'), operator: fc.constantFrom('null', 'notNull') }),
)
const innerGroup = fc.record({
  combinator: fc.constantFrom('and', 'or'),
  rules: fc.array(
    fc.record({ field: fc.constantFrom('data.sku', 'at'), operator: fc.constant('='), value: scalar }),
    { maxLength: 2 },
  ),
})
const countedRule = fc.record({
  field: fc.constantFrom('events.order.paid', 'events.contact.followed'),
  operator: fc.constant('='),
  match: fc.oneof(
    fc.record({ mode: fc.constantFrom('atLeast', 'atMost', 'exactly'), threshold: fc.nat({ max: 9 }) }),
    fc.record({ mode: fc.constantFrom('all', 'none', 'some') }),
  ),
  value: innerGroup,
})
const { group } = fc.letrec((tie) => ({
  group: fc.record(
    {
      combinator: fc.constantFrom('and', 'or'),
      not: fc.constant(true),
      rules: fc.array(
        fc.oneof({ depthSize: 'small', withCrossShrink: true }, plainRule, countedRule, tie('group')),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['combinator', 'rules'] },
  ),
}))

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysOf(item)])
}

describe('a condition in the builder', () => {
  test('comes back as the document that it was, without ids or paths', () => {
    fc.assert(
      fc.property(group, (document) => {
        // What the arbitrary makes is JSON.
        const query = prepareRuleGroup(toQuery(document as Json))
        const back = fromQuery(query)
        expect(back).toEqual(document)
        expect(keysOf(back)).not.toContain('id')
        expect(keysOf(back)).not.toContain('path')
      }),
    )
  })

  test('a document that is no condition is shown as an empty one', () => {
    for (const wrong of [undefined, null, 'text', [], {}]) {
      expect(fromQuery(toQuery(wrong))).toEqual({ combinator: 'and', rules: [] })
    }
  })
})

describe('what is typed fits its operator', () => {
  const rule = (field: string, operator: string, value: unknown): RuleGroupType => ({
    combinator: 'and',
    rules: [{ id: 'r', field, operator, value }],
  })
  const only = (query: RuleGroupType) => fromQuery(fitQuery(query)).rules

  test('a list operator takes a list, and going back keeps its first', () => {
    expect(only(rule('contact.city', 'in', 'Shanghai'))).toEqual([
      { field: 'contact.city', operator: 'in', value: ['Shanghai'] },
    ])
    expect(only(rule('contact.city', '=', ['Shanghai', 'Hangzhou']))).toEqual([
      { field: 'contact.city', operator: '=', value: 'Shanghai' },
    ])
  })

  test('a field of counted events gets a match and a group, and keeps them while its name is typed', () => {
    const chosen = fitQuery(rule('events.order.pai', '=', ''))
    const counted = { mode: 'atLeast' as const, threshold: 3 }
    const first = chosen.rules[0]
    const before = { ...chosen, rules: [{ ...(first as object), match: counted }] } as RuleGroupType
    const typed = rule('events.order.paid', '=', '')
    expect(fromQuery(fitQuery(typed, before)).rules).toEqual([
      {
        field: 'events.order.paid',
        operator: '=',
        match: counted,
        value: { combinator: 'and', rules: [] },
      },
    ])
  })

  test('what a rule looks at anew starts afresh', () => {
    const before = rule('contact.age', '>=', 18)
    expect(fromQuery(fitQuery(rule('tags', '>=', 18), before)).rules).toEqual([
      { field: 'tags', operator: 'contains', value: '' },
    ])
    expect(fromQuery(fitQuery(rule('contact.years', '>=', 18), before)).rules).toEqual([
      { field: 'contact.years', operator: '>=', value: 18 },
    ])
  })

  test('an operator that the field does not know gives way to one that it does', () => {
    expect(only(rule('tags', '=', 'vip'))).toEqual([{ field: 'tags', operator: 'contains', value: 'vip' }])
  })

  test('whatever the operator, a fitted value has no fault of shape', () => {
    for (const { name, takes } of OPERATORS) {
      const value = fitValue(name, takes === 'list' || takes === 'two' ? 'a' : 'x')
      const condition = {
        combinator: 'and',
        rules: [{ field: 'contact.city', operator: name, ...(value === undefined ? {} : { value }) }],
      }
      expect(checkCondition(condition)).toEqual([])
    }
  })

  test('every field that a query names is known to the builder', () => {
    expect(
      fieldsOf(toQuery({ combinator: 'and', rules: [{ combinator: 'or', rules: [{ field: 'tags' }] }] })),
    ).toEqual(['tags'])
  })
})
