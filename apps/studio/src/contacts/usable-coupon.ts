import type { CouponGrant } from '../api/contacts.ts'

/** Whether a coupon can still be used, as far as its time goes. */
export const isUsable = ({ expiresAt }: CouponGrant, now: Date) =>
  expiresAt === null || new Date(expiresAt) > now
