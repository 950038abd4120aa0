import { type Clock, type Db, type OutboxTable, systemClock, type Tx } from '@millrace/database'
import { type Selectable, sql } from 'kysely'

/** The PostgreSQL channel that says that the outbox has something. */
export const OUTBOX_CHANNEL = 'millrace_outbox'

/** What Temporal has yet to be told. */
export type OutboxRow = Selectable<OutboxTable>

/** When rows may go: not before a time, and from there on no more than so many a second. */
export interface Pace {
  readonly notBefore?: Date
  readonly perSecond?: number
}

/** Has the workflows of these enrolments started after the commit. */
export async function queueStart(tx: Tx, enrolmentIds: readonly string[]): Promise<void> {
  await queue(tx, 'start', { enrolmentIds })
}

/** Has the workflows of these enrolments look into PostgreSQL again after the commit. */
export async function queueNudge(tx: Tx, enrolmentIds: readonly string[], pace: Pace = {}): Promise<void> {
  await queue(tx, 'nudge', { enrolmentIds, ...pace })
}

async function queue(
  tx: Tx,
  kind: OutboxTable['kind'],
  { enrolmentIds, notBefore, perSecond }: Pace & { enrolmentIds: readonly string[] },
): Promise<void> {
  if (enrolmentIds.length === 0) return
  const step = perSecond === undefined ? 0 : 1 / perSecond
  const first =
    notBefore === undefined && perSecond === undefined
      ? sql`timestamptz 'epoch'`
      : sql`${notBefore ?? new Date(0)}::timestamptz`
  await sql`
    with queued as (
      insert into outbox (kind, enrolment_id, not_before)
      select ${kind}, id, ${first} + (n - 1) * ${step}::float8 * interval '1 second'
      from unnest(${enrolmentIds}::uuid[]) with ordinality as one (id, n) order by n
      returning id
    )
    select pg_notify(${OUTBOX_CHANNEL}, '') from queued limit 1`.execute(tx)
}

const FIRST_BACKOFF_SECONDS = 0.5
const LAST_BACKOFF_SECONDS = 10

/**
 * Hands up to `limit` rows that may go to `handle` and forgets those it does not name as failed; these stay
 * and come again after a back-off. Answers how many were handed over. Several may run side by side: none
 * waits for another and no row is in two hands. When `handle` throws or the process dies, all of them stay.
 */
export async function takeOutbox(
  db: Db,
  { limit, clock = systemClock }: { readonly limit: number; readonly clock?: Clock },
  handle: (rows: readonly OutboxRow[]) => Promise<{ readonly failed: readonly number[] }>,
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<OutboxRow>`
      delete from outbox where id in (
        select id from outbox where not_before <= ${clock.now()}
        order by not_before, id limit ${limit} for update skip locked
      ) returning *`.execute(tx)
    if (rows.length === 0) return 0
    const ordered = rows.toSorted((a, b) => a.id - b.id)
    const failed = new Set((await handle(ordered)).failed)
    const back = ordered.filter((row) => failed.has(row.id))
    if (back.length > 0) await putBack(tx, back, clock)
    return rows.length
  })
}

async function putBack(tx: Tx, rows: readonly OutboxRow[], clock: Clock): Promise<void> {
  const seconds = (row: OutboxRow) =>
    Math.min(FIRST_BACKOFF_SECONDS * 2 ** Math.min(row.attempts, 20), LAST_BACKOFF_SECONDS)
  await sql`
    insert into outbox (id, kind, enrolment_id, attempts, not_before)
    select id, kind, enrolment_id, attempts + 1, ${clock.now()} + wait * interval '1 second'
    from unnest(
      ${rows.map((row) => row.id)}::int8[], ${rows.map((row) => row.kind)}::text[],
      ${rows.map((row) => row.enrolment_id)}::uuid[], ${rows.map((row) => row.attempts)}::int4[],
      ${rows.map(seconds)}::float8[]
    ) as one (id, kind, enrolment_id, attempts, wait)`.execute(tx)
}
