import { expect, test } from 'vitest'
import { faultsOf } from '../../test/check.ts'
import { summaryOf } from '../look-at.ts'
import { entry } from './definition.ts'

const where = { combinator: 'and' as const, rules: [{ field: 'event.amount', operator: '>', value: 10 }] }

test('an event entry may read the event it tests', () => {
  expect(faultsOf('entry', { on: { event: 'order.paid', where } })).toEqual([])
  expect(entry.trigger?.({ on: { event: 'order.paid', where } })).toEqual({ event: 'order.paid', where })
})

test('an entry by hand needs nothing else', () => {
  expect(faultsOf('entry', { on: { manual: true } })).toEqual([])
  expect(entry.trigger?.({ on: { manual: true } })).toEqual({ manual: true })
  expect(summaryOf({ kind: 'entry', config: { on: { manual: true } } })?.zh).toBe('手动加入')
})

test.each([
  [{ on: { segment: 'vip' } }, 'error not-yet on.segment'],
  [{ on: { schedule: { every: 'P1D' } } }, 'error not-yet on.schedule'],
  [{ on: { event: 'Order' } }, 'error bad-event-type on.event'],
  [{ on: { event: 'millrace.sent' } }, 'error reserved-event on.event'],
  [{ on: { event: 5 } }, 'error wrong-type on.event'],
  [{ on: {} }, 'error missing on.event'],
  [{}, 'error missing on'],
  [{ on: { manual: false } }, 'error not-a-choice on.manual'],
  [{ on: { event: 'order.paid', manual: true } }, 'error unknown-key on.manual'],
])('%j is refused at its field', (config, fault) => {
  expect(faultsOf('entry', config)).toEqual([fault])
})

test('a fault of the condition stands at its rule', () => {
  const odd = { combinator: 'and', rules: [{ field: 'event.amount', operator: 'resembles', value: 1 }] }
  const [fault] = faultsOf('entry', { on: { event: 'order.paid', where: odd } })
  expect(fault).toMatch(/^error \S+ on\.where\.rules\.0\.operator$/)
})
