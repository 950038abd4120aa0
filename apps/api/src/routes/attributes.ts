import { createRoute, z } from '@hono/zod-openapi'
import { declareAttribute, outsideId } from '@millrace/audience'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { json, jsonBody, problems } from '../schemas/common.ts'

const declare = createRoute({
  method: 'put',
  path: '/api/attributes/{name}',
  tags: ['contacts'],
  summary: "Declare an attribute's type: texts from files, and those already there, are read as that",
  request: {
    params: z.object({
      name: z.string().refine((name) => outsideId(name) === name, '1–128 characters in NFC'),
    }),
    body: jsonBody(z.strictObject({ type: z.enum(['text', 'number', 'boolean', 'time', 'list']) })),
  },
  responses: {
    200: json('Declared', z.object({ changed: z.number().int() })),
    ...problems(400, 422),
  },
})

/** `PUT /api/attributes/:name`; `GET /api/meta` lists them. */
export function attributeRoutes(api: Api, { db }: ApiContext): void {
  api.openapi(declare, async (c) => {
    const changed = await declareAttribute(db, c.req.valid('param').name, c.req.valid('json').type)
    return c.json({ changed }, 200)
  })
}
