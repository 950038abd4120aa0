import { expect, test } from 'vitest'
import { type CouponDraft, draftFaults, toCoupon } from './coupon-draft.ts'

const draft: CouponDraft = { id: ' new20 ', name: ' 新客 ', stock: null, length: null, unit: 'days' }

test('what is left empty is not sent', () => {
  expect(toCoupon(draft)).toEqual({ id: 'new20', name: '新客' })
})

test.each([
  ['hours', 'PT48H'],
  ['days', 'P48D'],
  ['months', 'P48M'],
] as const)('a validity in %s is %s', (unit, validFor) => {
  expect(toCoupon({ ...draft, stock: 0, length: 48, unit })).toEqual({
    id: 'new20',
    name: '新客',
    stock: 0,
    validFor,
  })
})

test('an id keeps to its letters', () => {
  expect(draftFaults(draft)).toEqual({ id: false, name: false })
  expect(draftFaults({ ...draft, id: '新客', name: ' ' })).toEqual({ id: true, name: true })
  expect(draftFaults({ ...draft, id: '-x' }).id).toBe(true)
})
