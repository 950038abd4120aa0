import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'
import { portsOf } from '../look-at.ts'

const when = { combinator: 'and', rules: [{ field: 'points', operator: '>', value: 1 }] }
const one = { id: 'rich', name: '积分多', when }

test('cases keep their order and else comes last', () => {
  const config = { cases: [one, { ...one, id: 'b', name: '' }] }
  expect(portsOf({ kind: 'branch', config }).map(({ id, label }) => [id, label.zh])).toEqual([
    ['rich', '积分多'],
    ['b', 'b'],
    ['else', '其余'],
  ])
  expect(lowered('branch', config, { rich: 'x', else: 'y' })).toEqual([
    {
      op: 'branch',
      node: 'me',
      kind: 'branch',
      cases: [
        { port: 'rich', when, to: 'x' },
        { port: 'b', when, to: null },
      ],
      else: 'y',
    },
  ])
})

test('a case whose condition is wrong keeps its port', () => {
  const config = { cases: [{ id: 'a', when: 5 }, { name: 'no id' }] }
  expect(portsOf({ kind: 'branch', config }).map(({ id }) => id)).toEqual(['a', 'else'])
})

test.each([
  [{ cases: [{ ...one, id: 'else' }] }, ['error else-taken cases.0.id']],
  [{ cases: [one, one] }, ['error duplicate-id cases.1.id']],
  [{ cases: [{ ...one, id: '__proto__' }] }, ['error bad-id cases.0.id']],
  [{ cases: [] }, ['error too-short cases']],
  [{ cases: [{ ...one, when: { combinator: 'and', rules: [] } }] }, ['warning always-true cases.0.when']],
])('%j has the faults %j', (config, faults) => {
  expect(faultsOf('branch', config)).toEqual(faults)
})

test.each([
  ['segments', 'not-yet'],
  ['tier', 'not-yet'],
])('a rule on %s is %s, at its field', (field, code) => {
  const rule = { field, operator: '=', value: 'gold' }
  const config = { cases: [{ ...one, when: { combinator: 'and', rules: [rule] } }] }
  expect(faultsOf('branch', config)).toEqual([`error ${code} cases.0.when.rules.0.field`])
})
