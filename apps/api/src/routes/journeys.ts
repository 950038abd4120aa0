import { createRoute, z } from '@hono/zod-openapi'
import { journeyCounts } from '@millrace/analytics'
import {
  archiveJourney,
  createJourney,
  deleteJourney,
  enrolContacts,
  findJourney,
  pauseJourney,
  resumeJourney,
  saveJourney,
} from '@millrace/engine'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { readRevision } from '../rim/if-match.ts'
import { idParam, json, jsonBody, paged, problems } from '../schemas/common.ts'
import { counts, document, enrolled, journey, journeyItem } from '../schemas/journey.ts'
import { journeyItems } from './journey-items.ts'

const tags = ['journeys']
const answer = { 200: json('The journey', journey) }

const list = createRoute({
  method: 'get',
  path: '/api/journeys',
  tags,
  summary: 'All journeys, newest first',
  responses: { 200: json('All of them', paged(journeyItem)) },
})

const create = createRoute({
  method: 'post',
  path: '/api/journeys',
  tags,
  summary: 'Keep a new drawing; it may be wrong inside `config` and in its edges',
  request: { body: jsonBody(document) },
  responses: { 201: json('Kept', journey), ...problems(400, 422) },
})

const get = createRoute({
  method: 'get',
  path: '/api/journeys/{id}',
  tags,
  summary: 'A journey with its document',
  request: { params: idParam },
  responses: { ...answer, ...problems(404) },
})

const save = createRoute({
  method: 'put',
  path: '/api/journeys/{id}',
  tags,
  summary: 'Keep a changed drawing, unless somebody else has saved since that revision',
  request: {
    params: idParam,
    headers: z.object({ 'if-match': z.string().openapi({ description: 'The revision it was drawn from' }) }),
    body: jsonBody(document),
  },
  responses: { ...answer, ...problems(400, 404, 412, 422) },
})

const remove = createRoute({
  method: 'delete',
  path: '/api/journeys/{id}',
  tags,
  summary: 'Remove a draft that was never published',
  request: { params: idParam },
  responses: { 204: { description: 'Removed' }, ...problems(404, 409) },
})

const enrol = createRoute({
  method: 'post',
  path: '/api/journeys/{id}/enrolments',
  tags,
  summary: 'Enrol contacts by hand',
  request: {
    params: idParam,
    body: jsonBody(z.strictObject({ contacts: z.array(z.string()).min(1).max(10_000) })),
  },
  responses: { 200: json('Who entered and who did not', enrolled), ...problems(404, 409, 422) },
})

const count = createRoute({
  method: 'get',
  path: '/api/journeys/{id}/counts',
  tags,
  summary: 'Counts per node, over all versions, as of now',
  request: { params: idParam },
  responses: { 200: json('Counts', counts), ...problems(404) },
})

const STATES = {
  pause: { summary: 'Stop acting; entries and events are recorded and clocks run' },
  resume: { summary: 'Act again; what was answered or due goes on' },
  archive: { summary: 'Take no new entries; contacts under way travel to the end' },
} as const

/** `/api/journeys`, but for compiling and publishing. */
export function journeyRoutes(api: Api, { db, clock }: ApiContext): void {
  const engine = { db, clock }
  const change = {
    pause: (id: string) => pauseJourney(engine, id),
    resume: (id: string) => resumeJourney(engine, id),
    archive: (id: string) => archiveJourney(engine, id),
  }
  api.openapi(list, async (c) => c.json({ items: await journeyItems(db), next: null }, 200))
  api.openapi(create, async (c) => c.json(await createJourney(db, c.req.valid('json')), 201))
  api.openapi(get, async (c) => c.json(await findJourney(db, c.req.valid('param').id), 200))
  api.openapi(save, async (c) => {
    const revision = readRevision(c.req.valid('header')['if-match'])
    const { id } = c.req.valid('param')
    return c.json(await saveJourney(db, { id, document: c.req.valid('json'), revision }), 200)
  })
  api.openapi(remove, async (c) => {
    await deleteJourney(db, c.req.valid('param').id)
    return c.body(null, 204)
  })
  api.openapi(enrol, async (c) => {
    const { contacts } = c.req.valid('json')
    return c.json(await enrolContacts(engine, c.req.valid('param').id, contacts), 200)
  })
  api.openapi(count, async (c) => {
    const { id } = await findJourney(db, c.req.valid('param').id)
    return c.json({ nodes: await journeyCounts(engine, id) }, 200)
  })
  for (const [name, run] of Object.entries(change)) {
    // `change` and `STATES` have the same keys.
    const { summary } = STATES[name as keyof typeof STATES]
    const path = `/api/journeys/{id}/${name}`
    const act = createRoute({
      method: 'post',
      path,
      tags,
      summary,
      request: { params: idParam },
      responses: { ...answer, ...problems(404, 409) },
    })
    api.openapi(act, async (c) => {
      const { id } = c.req.valid('param')
      await run(id)
      return c.json(await findJourney(db, id), 200)
    })
  }
}
