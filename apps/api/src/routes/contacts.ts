import { createRoute, z } from '@hono/zod-openapi'
import {
  type ContactRow,
  contactEvents,
  declaredTypes,
  findContact,
  listContacts,
  outsideId,
  parseContact,
  upsertContacts,
} from '@millrace/audience'
import { takeOutAndErase } from '@millrace/engine'
import { pointsLedger } from '@millrace/loyalty'
import type { Api } from '../api.ts'
import { bytes } from '../body/bytes.ts'
import { csvItems } from '../body/csv.ts'
import { items, mediaType } from '../body/items.ts'
import { type Intake, takeIn } from '../body/take-in.ts'
import type { ApiContext } from '../context.ts'
import { notFound } from '../rim/not-found.ts'
import { idParam, json, page, paged, problems } from '../schemas/common.ts'
import { contact, contactEvent, contactItem, pointsEntry } from '../schemas/contact.ts'
import { contactInput, intake } from '../schemas/intake.ts'

const BATCH = 1000

const tags = ['contacts']

const list = createRoute({
  method: 'get',
  path: '/api/contacts',
  tags,
  summary: 'Contacts, newest first; `search` looks into ids and attributes',
  request: { query: page.extend({ search: z.string().max(200).optional() }) },
  responses: { 200: json('A page', paged(contactItem)), ...problems(422) },
})

const get = createRoute({
  method: 'get',
  path: '/api/contacts/{id}',
  tags,
  summary: 'A contact with its coupons, points and enrolments',
  request: { params: idParam },
  responses: { 200: json('The contact', contact), ...problems(404) },
})

const events = createRoute({
  method: 'get',
  path: '/api/contacts/{id}/events',
  tags,
  summary: "A contact's events, the last that came first",
  request: { params: idParam, query: page.extend({ type: z.string().optional() }) },
  responses: { 200: json('A page', paged(contactEvent)), ...problems(404, 422) },
})

const points = createRoute({
  method: 'get',
  path: '/api/contacts/{id}/points',
  tags,
  summary: "A contact's points ledger, newest first",
  request: { params: idParam, query: page },
  responses: { 200: json('A page', paged(pointsEntry)), ...problems(404, 422) },
})

const erase = createRoute({
  method: 'delete',
  path: '/api/contacts/{id}',
  tags,
  summary: 'Erase a contact and everything that tells who it was',
  request: { params: idParam },
  responses: { 204: { description: 'Erased' }, ...problems(404) },
})

/** `/api/contacts`. */
export function contactRoutes(api: Api, { db, clock }: ApiContext): void {
  describeIntake(api)
  const contacts: Intake<ContactRow> = {
    batch: BATCH,
    parse(value) {
      const parsed = parseContact(value)
      return 'contact' in parsed ? { row: parsed.contact } : parsed
    },
    async store(rows) {
      await upsertContacts(db, rows)
      return { accepted: rows.length, duplicates: 0 }
    },
  }
  api.post('/api/contacts', async (c) => {
    const source = mediaType(c) === 'text/csv' ? csvItems(bytes(c), await declaredTypes(db)) : items(c)
    const { accepted, rejected, rejectedCount } = await takeIn(source, contacts)
    return c.json({ accepted, rejected, rejectedCount }, 200)
  })
  api.openapi(list, async (c) => c.json(await listContacts(db, c.req.valid('query')), 200))
  api.openapi(get, async (c) => {
    const { id } = c.req.valid('param')
    return c.json((await findContact(db, id)) ?? notFound('contact', id), 200)
  })
  api.openapi(events, async (c) =>
    c.json(await contactEvents(db, c.req.valid('param').id, c.req.valid('query')), 200),
  )
  api.openapi(points, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(
      (await pointsLedger(db, outsideId(id) ?? '', c.req.valid('query'))) ?? notFound('contact', id),
      200,
    )
  })
  api.openapi(erase, async (c) => {
    const { id } = c.req.valid('param')
    if (!(await takeOutAndErase({ db, clock }, id))) notFound('contact', id)
    return c.body(null, 204)
  })
}

function describeIntake(api: Api): void {
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/contacts',
    tags,
    summary: 'Create or change contacts by id; a bad row never stops the good ones',
    request: {
      body: {
        content: {
          'application/json': { schema: z.union([contactInput, z.array(contactInput).max(10_000)]) },
          'application/x-ndjson': { schema: z.string() },
          'text/csv': { schema: z.string() },
        },
      },
    },
    responses: { 200: json('What it came to', intake), ...problems(400, 413, 422) },
  })
}
