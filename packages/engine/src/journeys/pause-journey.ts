import { queueNudge } from '@millrace/audience'
import { Fault, type JourneyTable, type Tx } from '@millrace/database'
import { sql } from 'kysely'
import { DELIVERY_CHANNEL } from '../deliveries/delivery-channel.ts'
import type { Engine } from '../engine.ts'
import { isUuid, noJourney } from './journey-record.ts'

/** How many parked enrolments a resumed journey moves on in a second. */
const RESUMED_PER_SECOND = 200

/** Stops a journey from acting: entries and events are recorded, clocks run, queued deliveries hold. */
export async function pauseJourney({ db }: Engine, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const state = await lockJourney(tx, id)
    if (state === 'paused') return
    if (state !== 'active') throw notRunning(state)
    await setState(tx, id, 'paused')
  })
}

/** Lets a paused journey act again; what was answered or due meanwhile goes on, so many a second. */
export async function resumeJourney({ db, clock }: Engine, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const state = await lockJourney(tx, id)
    if (state === 'active') return
    if (state !== 'paused') throw notRunning(state)
    await setState(tx, id, 'active')
    await nudgePaused(tx, id, clock)
    await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(tx)
  })
}

/** Has the enrolments that a pause has stopped look again. Blocks that were under way when it came have committed. */
export async function nudgePaused(tx: Tx, journeyId: string, clock: Engine['clock']): Promise<void> {
  const rows = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('journey_id', '=', journeyId)
    .where('state', '=', 'paused')
    .where('ended_at', 'is', null)
    .orderBy('updated_at')
    .execute()
  const now = await sql<{ now: Date }>`select ${clock.now()} as now`.execute(tx)
  const notBefore = now.rows[0]?.now
  await queueNudge(
    tx,
    rows.map(({ id }) => id),
    { perSecond: RESUMED_PER_SECOND, ...(notBefore && { notBefore }) },
  )
}

/** Locks a journey's row, so that no block of it runs meanwhile, and answers its state. */
export async function lockJourney(tx: Tx, id: string): Promise<JourneyTable['state']> {
  if (!isUuid(id)) throw noJourney(id)
  const row = await tx
    .selectFrom('journey')
    .select('state')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (row === undefined) throw noJourney(id)
  return row.state
}

/** Writes a journey's state. */
export async function setState(tx: Tx, id: string, state: JourneyTable['state']): Promise<void> {
  await tx.updateTable('journey').set({ state, updated_at: sql`now()` }).where('id', '=', id).execute()
}

function notRunning(state: JourneyTable['state']): Fault {
  const zh = state === 'draft' ? '旅程还没有发布。' : '旅程已归档。'
  const en = state === 'draft' ? 'The journey is not published yet.' : 'The journey is archived.'
  return new Fault('conflict', 'not-running', { zh, en })
}
