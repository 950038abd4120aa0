import { createRoute, z } from '@hono/zod-openapi'
import { type Coupon, createCoupon, findCoupon, listCoupons } from '@millrace/loyalty'
import { isDuration } from '@millrace/program'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { notFound } from '../rim/not-found.ts'
import { idParam, json, jsonBody, paged, problems, time } from '../schemas/common.ts'

const newCoupon = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'letters, digits, _ . - (1 to 64)'),
    name: z.string().trim().min(1).max(100).refine(isPlain, 'no control characters'),
    stock: z.number().int().min(0).max(2_000_000_000).nullable().optional(),
    validFor: z.string().refine(isDuration, 'an ISO 8601 duration such as P30D').nullable().optional(),
  })
  .openapi('NewCoupon')

const coupon = z
  .object({
    id: z.string(),
    name: z.string(),
    stock: z.number().nullable(),
    validFor: z.string().nullable(),
    granted: z.number(),
    remaining: z.number().nullable(),
    createdAt: time,
  })
  .openapi('Coupon')

const create = createRoute({
  method: 'post',
  path: '/api/coupons',
  tags: ['coupons'],
  summary: 'Make a coupon kind',
  request: { body: jsonBody(newCoupon) },
  responses: { 201: json('Made', coupon), ...problems(409, 422) },
})

const get = createRoute({
  method: 'get',
  path: '/api/coupons/{id}',
  tags: ['coupons'],
  summary: 'A coupon kind, how many were granted and how many remain',
  request: { params: idParam },
  responses: { 200: json('The coupon', coupon), ...problems(404) },
})

const list = createRoute({
  method: 'get',
  path: '/api/coupons',
  tags: ['coupons'],
  summary: 'All coupon kinds, newest first',
  responses: { 200: json('All of them', paged(coupon)) },
})

/** A control character would not be seen, and NUL or half a character could not be stored. */
function isPlain(name: string): boolean {
  return name.isWellFormed() && !/\p{Cc}/u.test(name)
}

/** `/api/coupons`. */
export function couponRoutes(api: Api, { db }: ApiContext): void {
  api.openapi(create, async (c) => {
    const { stock = null, validFor = null, ...named } = c.req.valid('json')
    return c.json(await createCoupon(db, { ...named, stock, validFor }), 201)
  })
  api.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    const found: Coupon = (await findCoupon(db, id)) ?? notFound('coupon', id)
    return c.json(found, 200)
  })
  api.openapi(list, async (c) => c.json({ items: await listCoupons(db), next: null }, 200))
}
