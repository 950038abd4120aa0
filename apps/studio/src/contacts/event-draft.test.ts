import { expect, test } from 'vitest'
import { newEventId, readData, typeFault } from './event-draft.ts'

test.each([
  ['order.paid', null],
  ['contact.first_visit.shop-2', null],
  ['order', 'wrong'],
  ['Order.paid', 'wrong'],
  ['order..paid', 'wrong'],
  ['millrace.settled', 'reserved'],
])('the type %s has the fault %s', (type, fault) => {
  expect(typeFault(type)).toBe(fault)
})

test('data is an object or nothing', () => {
  expect(readData(' ')).toEqual({ data: {} })
  expect(readData('{"amount": 128}')).toEqual({ data: { amount: 128 } })
  expect(readData('[1]')).toEqual({ fault: 'no-object' })
  expect(readData('null')).toEqual({ fault: 'no-object' })
  expect(readData('{amount: 128}')).toHaveProperty('fault')
})

test('ids differ', () => {
  expect(new Set(Array.from({ length: 100 }, newEventId)).size).toBe(100)
})
