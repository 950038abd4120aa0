import { z } from '@hono/zod-openapi'
import { anyJson, time } from './common.ts'
import { enrolmentState } from './enrolment.ts'

/** A contact in a list. */
export const contactItem = z
  .object({
    id: z.string(),
    attributes: z.record(z.string(), anyJson),
    timeZone: z.string().nullable(),
    tags: z.array(z.string()).readonly(),
    points: z.number().int(),
    createdAt: time,
  })
  .openapi('ContactItem')

const heldCoupon = z.object({
  id: z.string(),
  coupon: z.string(),
  name: z.string(),
  grantedAt: time,
  expiresAt: time.nullable(),
})

const brief = z.object({
  id: z.string(),
  journey: z.string(),
  version: z.number().int(),
  state: enrolmentState,
  node: z.string().nullable(),
  enteredAt: time,
  endedAt: time.nullable(),
})

/** A contact with what it holds and where it is. */
export const contact = contactItem
  .extend({ tier: z.null(), coupons: z.array(heldCoupon).readonly(), enrolments: z.array(brief).readonly() })
  .openapi('Contact')

/** An event on a contact's page; `at` as its source dated it. */
export const contactEvent = z
  .object({
    id: z.string(),
    type: z.string(),
    at: time,
    receivedAt: time,
    data: z.record(z.string(), anyJson),
    source: z.string(),
  })
  .openapi('ContactEvent')

/** A line of the points ledger. */
export const pointsEntry = z
  .object({ amount: z.number().int(), balance: z.number().int(), reason: z.string().nullable(), at: time })
  .openapi('PointsEntry')
