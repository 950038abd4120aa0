import { part, request } from './http.ts'
import type { Page } from './page.ts'

/** A kind of coupon; a `stock` of null never runs out. */
export interface Coupon {
  readonly id: string
  readonly name: string
  readonly stock: number | null
  readonly validFor: string | null
  readonly granted: number
  readonly remaining: number | null
  readonly createdAt: string
}

/** A kind of coupon as it is made; `validFor` is an ISO 8601 duration. */
export interface CouponInput {
  readonly id: string
  readonly name: string
  readonly stock?: number
  readonly validFor?: string
}

/** Routes of /api/coupons. */
export const coupons = {
  list: () => request<Page<Coupon>>('GET', '/coupons', { query: { limit: 1000 } }),
  find: (id: string) => request<Coupon>('GET', `/coupons/${part(id)}`),
  create: (coupon: CouponInput) => request<Coupon>('POST', '/coupons', { body: coupon }),
}
