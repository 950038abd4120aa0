import { createRoute, z } from '@hono/zod-openapi'
import { enrolmentTrace, findEnrolment, listEnrolments } from '@millrace/analytics'
import { exitEnrolment, retryEnrolment, skipEnrolment } from '@millrace/engine'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { notFound } from '../rim/not-found.ts'
import { contactLookup, idParam, json, page, paged, problems } from '../schemas/common.ts'
import { enrolment, enrolmentState, traceItem } from '../schemas/enrolment.ts'

const list = createRoute({
  method: 'get',
  path: '/api/enrolments',
  tags: ['enrolments'],
  summary: 'Enrolments, newest first',
  request: {
    query: page.extend({
      journey: z.string().optional(),
      contact: contactLookup.optional(),
      state: enrolmentState.optional(),
    }),
  },
  responses: { 200: json('A page', paged(enrolment)), ...problems(422) },
})

const trace = createRoute({
  method: 'get',
  path: '/api/enrolments/{id}/trace',
  tags: ['enrolments'],
  summary: 'The way of an enrolment so far, in the order of its steps',
  request: { params: idParam },
  responses: { 200: json('The trace', z.object({ items: z.array(traceItem) })), ...problems(404) },
})

const actions = {
  retry: { run: retryEnrolment, summary: 'Run the node that needs attention again' },
  skip: { run: skipEnrolment, summary: 'Leave the node that needs attention without its effect' },
  exit: { run: exitEnrolment, summary: 'Take the contact out of the journey' },
}

/** `/api/enrolments`. */
export function enrolmentRoutes(api: Api, { db, clock }: ApiContext): void {
  const reading = { db, clock }
  const find = async (id: string) => (await findEnrolment(reading, id)) ?? notFound('enrolment', id)

  api.openapi(list, async (c) => c.json(await listEnrolments(reading, c.req.valid('query')), 200))
  api.openapi(trace, async (c) => {
    const { id } = c.req.valid('param')
    return c.json({ items: [...((await enrolmentTrace(reading, id)) ?? notFound('enrolment', id))] }, 200)
  })
  for (const [name, { run, summary }] of Object.entries(actions)) {
    const act = createRoute({
      method: 'post',
      path: `/api/enrolments/{id}/${name}`,
      tags: ['enrolments'],
      summary,
      request: { params: idParam },
      responses: { 200: json('The enrolment as it stands now', enrolment), ...problems(404, 409) },
    })
    api.openapi(act, async (c) => {
      const { id } = c.req.valid('param')
      await find(id)
      await run(reading, id)
      return c.json(await find(id), 200)
    })
  }
}
