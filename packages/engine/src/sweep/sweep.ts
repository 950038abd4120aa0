import { queueNudge } from '@millrace/audience'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'

/** What counts as overdue, and how many are nudged at once. */
export interface Sweeping {
  readonly overdueMs?: number
  readonly limit?: number
}

/**
 * Has enrolments look again that Temporal should have woken long ago: answered, due or never started, and those that
 * a pause had stopped. Leaves alone who waits rightly, whose journey is paused, who needs an operator, and who is in
 * the outbox already. Answers how many it found.
 */
export async function sweep(
  engine: Engine,
  { overdueMs = 60_000, limit = 1_000 }: Sweeping = {},
): Promise<number> {
  return engine.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: string }>`
      with line as materialized (
        select ${engine.clock.now()} - ${overdueMs}::float8 * interval '1 millisecond' as at
      ),
      overdue as (
        select enrolment_id as id from wait where due < (select at from line)
        union
        select enrolment_id from wait where answered_at < (select at from line)
        union
        select id from enrolment
          where state in ('running', 'paused') and ended_at is null and updated_at < (select at from line)
      )
      select enrolment.id from overdue
      join enrolment using (id)
      join journey on journey.id = enrolment.journey_id
      where enrolment.ended_at is null and enrolment.state <> 'needs-attention' and journey.state <> 'paused'
        and (enrolment.state <> 'paused' or journey.updated_at < (select at from line))
        and not exists (select from outbox where outbox.enrolment_id = enrolment.id)
      limit ${limit}`.execute(tx)
    await queueNudge(
      tx,
      rows.map(({ id }) => id),
    )
    return rows.length
  })
}
