import { setTimeout as sleep } from 'node:timers/promises'
import { createRoute, z } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { Api } from '../api.ts'
import type { ApiContext } from '../context.ts'
import { readRunFile } from '../rim/run-file.ts'

const part = z.enum(['ok', 'down'])
const health = z.object({ status: part, database: part, temporal: part, worker: part }).openapi('Health')
const content = { 'application/json': { schema: health } }

const route = createRoute({
  method: 'get',
  path: '/api/health',
  tags: ['system'],
  summary: 'Whether every part works',
  responses: {
    200: { description: 'All of it works', content },
    503: { description: 'The part that says `down` does not', content },
  },
})

/** A heartbeat older than this means that the worker is gone. */
const STALE_SECONDS = 4

/** `GET /api/health`. */
export function healthRoute(api: Api, context: ApiContext): void {
  api.openapi(route, async (c) => {
    const [beat, temporal] = await Promise.all([heartbeat(context), context.temporal.serves()])
    const parts = {
      database: word(beat !== 'database-down'),
      temporal: word(temporal),
      worker: word(beat === 'fresh' && (await listed(context))),
    }
    const all = Object.values(parts).every((state) => state === 'ok')
    return c.json({ status: word(all), ...parts }, all ? 200 : 503)
  })
}

const word = (ok: boolean): 'ok' | 'down' => (ok ? 'ok' : 'down')

/** A database that says nothing for so long is down: what hangs must not make this hang. */
const DATABASE_MS = 1500

async function heartbeat(context: ApiContext): Promise<'fresh' | 'stale' | 'database-down'> {
  const over = new AbortController()
  const silence = sleep(DATABASE_MS, 'database-down' as const, { signal: over.signal }).catch(
    () => 'database-down' as const,
  )
  const answer = await Promise.race([lastBeat(context), silence])
  over.abort()
  return answer
}

async function lastBeat({ db }: ApiContext): Promise<'fresh' | 'stale' | 'database-down'> {
  try {
    const row = await db
      .selectFrom('heartbeat')
      .select(sql<boolean>`beat_at > clock_timestamp() - make_interval(secs => ${STALE_SECONDS})`.as('fresh'))
      .where('name', '=', 'worker')
      .executeTakeFirst()
    return row?.fresh === true ? 'fresh' : 'stale'
  } catch {
    return 'database-down'
  }
}

/** Where a launcher supervises the worker, its list knows of a death before the heartbeat does. */
async function listed({ environment }: ApiContext): Promise<boolean> {
  const run = await readRunFile(environment.runFile)
  return run === null || run.processes.some((one) => one.name === 'worker')
}
