import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'
import { summaryOf } from '../look-at.ts'

const config = { event: 'order.paid', timeout: 'PT24H' }

test('the event leaves by received, the time by timeout', () => {
  expect(lowered('wait-for-event', config, { received: 'a', timeout: 'b' })).toEqual([
    {
      op: 'wait',
      legs: [{ type: 'event', node: 'me', kind: 'wait-for-event', ...config, received: 'a' }],
      next: 'b',
    },
  ])
})

test('what only the editor needs of a condition stays out of the program', () => {
  const rule = { id: 'r1', field: 'event.amount', operator: '>', value: 1, valueSource: 'value' }
  const where = { id: 'g', combinator: 'and', not: false, rules: [rule, { combinator: 'or', rules: [] }] }
  const [wait] = lowered('wait-for-event', { ...config, where }, {})
  expect(wait).toMatchObject({ legs: [{ where: expect.anything() }] })
  expect(wait?.op === 'wait' && wait.legs[0]?.type === 'event' && wait.legs[0].where).toEqual({
    combinator: 'and',
    rules: [
      { field: 'event.amount', operator: '>', value: 1 },
      { combinator: 'or', rules: [] },
    ],
  })
})

test.each([
  [{ event: 'order.paid' }, ['error missing timeout']],
  [{ ...config, timeout: 'P' }, ['error bad-duration timeout']],
  [{ ...config, event: 'paid' }, ['error bad-event-type event']],
])('%j has the faults %j', (own, faults) => {
  expect(faultsOf('wait-for-event', own)).toEqual(faults)
})

test('the summary names the event and the deadline', () => {
  expect(summaryOf({ kind: 'wait-for-event', config })).toEqual({
    zh: 'order.paid · 24 小时',
    en: 'order.paid · 24 h',
  })
})
