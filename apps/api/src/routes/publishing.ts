import { createRoute, z } from '@hono/zod-openapi'
import { checkJourney, listVersions, publishJourney } from '@millrace/engine'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { anyJson, idParam, json, jsonBody, problems } from '../schemas/common.ts'
import { diagnostic, document, version } from '../schemas/journey.ts'

const tags = ['journeys']

const check = createRoute({
  method: 'post',
  path: '/api/journeys/check',
  tags,
  summary: 'Compile a drawing without keeping it',
  request: { body: jsonBody(document) },
  responses: {
    200: json(
      'What the compiler says',
      z.object({ diagnostics: z.array(diagnostic), program: anyJson.optional() }),
    ),
    ...problems(400, 422),
  },
})

const publish = createRoute({
  method: 'post',
  path: '/api/journeys/{id}/publish',
  tags,
  summary: 'Let new entries run what is drawn; those under way keep their version',
  request: { params: idParam },
  responses: {
    200: json('Published', z.object({ version: z.number().int(), programHash: z.string() })),
    ...problems(404, 409, 422),
  },
})

const versions = createRoute({
  method: 'get',
  path: '/api/journeys/{id}/versions',
  tags,
  summary: 'What was published, newest first',
  request: { params: idParam },
  responses: { 200: json('The versions', z.object({ items: z.array(version) })), ...problems(404) },
})

/** Compiling and publishing under `/api/journeys`. */
export function publishingRoutes(api: Api, { db, environment }: ApiContext): void {
  const channels = new Set(environment.channels)
  api.openapi(check, async (c) => {
    const { diagnostics, program } = await checkJourney(db, c.req.valid('json'), { channels })
    return c.json({ diagnostics: [...diagnostics], ...(program && { program }) }, 200)
  })
  api.openapi(publish, async (c) =>
    c.json(await publishJourney(db, c.req.valid('param').id, { channels }), 200),
  )
  api.openapi(versions, async (c) => c.json({ items: await listVersions(db, c.req.valid('param').id) }, 200))
}
