import { z } from '@hono/zod-openapi'
import { type IncomingEvent, importHistory, ingestEvents, parseEvent } from '@millrace/audience'
import { Fault } from '@millrace/database'
import type { Api } from '../api.ts'
import { items } from '../body/items.ts'
import { type Intake, takeIn } from '../body/take-in.ts'
import type { ApiContext } from '../context.ts'
import { json, problems } from '../schemas/common.ts'
import { eventInput, eventIntake } from '../schemas/intake.ts'

/** Events of one transaction: all that is matched and locked at once. */
const LIVE_BATCH = 500
/** History locks and matches little, so larger batches pay. */
const HISTORY_BATCH = 10_000

/** `POST /api/events`: an object, an array, or a stream of lines; 202 says that all accepted ones are committed. */
export function eventRoutes(api: Api, { db, clock }: ApiContext): void {
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/events',
    tags: ['events'],
    summary: 'Take in events; with `history=true` store them without triggering anything',
    request: {
      query: z.object({ history: z.enum(['true', 'false']).optional() }),
      body: {
        content: {
          'application/json': { schema: z.union([eventInput, z.array(eventInput).max(10_000)]) },
          'application/x-ndjson': { schema: z.string() },
        },
      },
    },
    responses: { 202: json('All accepted ones are committed', eventIntake), ...problems(400, 413, 422) },
  })
  const parse = (value: unknown) => {
    const parsed = parseEvent(value)
    return 'event' in parsed ? { row: parsed.event } : parsed
  }
  const live: Intake<IncomingEvent> = {
    batch: LIVE_BATCH,
    parse,
    store: (events) => ingestEvents(db, events, { clock }),
  }
  const history: Intake<IncomingEvent> = {
    batch: HISTORY_BATCH,
    parse,
    store: (events) => importHistory(db, events, { clock }),
  }
  api.post('/api/events', async (c) => {
    const tally = await takeIn(items(c), isHistory(c.req.query('history')) ? history : live)
    return c.json({ ...tally }, 202)
  })
}

/** A word that is neither yes nor no must not send a whole history's messages. */
function isHistory(word: string | undefined): boolean {
  if (word === undefined || word === 'false') return false
  if (word === 'true') return true
  throw new Fault('invalid', 'history', {
    zh: 'history 只能是 true 或 false。',
    en: 'history is either true or false.',
  })
}
