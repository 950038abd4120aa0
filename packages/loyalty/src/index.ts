export * from './award-points.ts'
export * from './coupons.ts'
export * from './grant-coupon.ts'
export * from './points-ledger.ts'
