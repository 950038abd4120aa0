import { expect, test } from 'vitest'
import { faultsOf } from '../../test/check.ts'
import { memoryServices } from '../../test/memory-services.ts'
import { performEffect } from '../effects.ts'

function grant(coupon: string, coupons: Record<string, number>) {
  const { services, did } = memoryServices({ coupons })
  return {
    outcome: performEffect({ kind: 'grant-coupon', config: { coupon }, configVersion: 1 }, services),
    did,
  }
}

test('a coupon in stock is granted', async () => {
  const { outcome, did } = grant('welcome', { welcome: 1 })
  expect(await outcome).toEqual({ port: 'next', output: { coupon: 'welcome', grant: 'grant-1' } })
  expect(did.grants).toEqual(['welcome'])
})

test.each([
  ['sold-out', { welcome: 0 }],
  ['unknown', {}],
])('a coupon that is %s leaves by unavailable', async (why, coupons) => {
  expect(await grant('welcome', coupons).outcome).toEqual({
    port: 'unavailable',
    output: { coupon: 'welcome', why },
  })
})

test('the coupon must be chosen and exist', () => {
  expect(faultsOf('grant-coupon', { coupon: 'welcome' })).toEqual([])
  expect(faultsOf('grant-coupon', { coupon: 'gone' })).toEqual(['error unknown-coupon coupon'])
  expect(faultsOf('grant-coupon', { coupon: '' })).toEqual(['error empty coupon'])
})
