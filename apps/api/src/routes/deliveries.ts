import { createRoute, z } from '@hono/zod-openapi'
import { listDeliveries } from '@millrace/analytics'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { anyJson, contactLookup, json, lookup, page, paged, problems, time } from '../schemas/common.ts'

const state = z.enum(['queued', 'sent', 'delivered', 'failed', 'unknown', 'blocked'])

const delivery = z
  .object({
    id: z.string(),
    key: z.string(),
    contact: z.string().nullable(),
    enrolment: z.string(),
    journey: z.string(),
    node: z.string(),
    channel: z.string(),
    state,
    title: z.string().optional(),
    text: z.string().nullable(),
    at: time,
    receipt: anyJson.optional(),
  })
  .openapi('Delivery')

const list = createRoute({
  method: 'get',
  path: '/api/deliveries',
  tags: ['deliveries'],
  summary: 'Messages, newest first',
  request: {
    query: page.extend({
      contact: contactLookup.optional(),
      journey: z.string().optional(),
      channel: lookup.optional(),
      state: state.optional(),
    }),
  },
  responses: { 200: json('A page', paged(delivery)), ...problems(422) },
})

/** `GET /api/deliveries`. */
export function deliveryRoutes(api: Api, { db }: ApiContext): void {
  api.openapi(list, async (c) => c.json(await listDeliveries(db, c.req.valid('query')), 200))
}
