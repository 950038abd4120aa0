import { implement } from '../implement.ts'
import { grantCoupon } from './definition.ts'

/** Grants one coupon; what cannot be granted is a port, never a stop. */
export const grantCouponEffect = implement(grantCoupon, async ({ coupon }, services) => {
  const result = await services.coupons.grant(coupon)
  if (result.granted) return { port: 'next', output: { coupon, grant: result.grant } }
  return { port: 'unavailable', output: { coupon, why: result.why } }
})
