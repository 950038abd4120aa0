import { createRoute, z } from '@hono/zod-openapi'
import { knownAttributes, knownEventTypes } from '@millrace/audience'
import { listCoupons } from '@millrace/loyalty'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { json } from '../schemas/common.ts'

const meta = z
  .object({
    channels: z.array(z.string()),
    eventTypes: z.array(z.string()),
    attributes: z.array(z.object({ name: z.string(), type: z.string() })),
    coupons: z.array(z.object({ id: z.string(), name: z.string(), stock: z.number().nullable() })),
  })
  .openapi('Meta')

const route = createRoute({
  method: 'get',
  path: '/api/meta',
  tags: ['system'],
  summary: 'What forms offer: channels, event types, attributes, coupons',
  responses: { 200: json('What there is', meta) },
})

/** `GET /api/meta`. */
export function metaRoute(api: Api, { db, environment }: ApiContext): void {
  api.openapi(route, async (c) => {
    const [coupons, eventTypes, attributes] = await Promise.all([
      listCoupons(db),
      knownEventTypes(db),
      knownAttributes(db),
    ])
    return c.json(
      {
        channels: [...environment.channels],
        eventTypes,
        attributes,
        coupons: coupons.map(({ id, name, stock }) => ({ id, name, stock })),
      },
      200,
    )
  })
}
