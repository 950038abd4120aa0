import { queueNudge } from '@millrace/audience'
import type { Tx } from '@millrace/database'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Settlement } from './judge.ts'

/**
 * Writes down what came of messages that were being sent, and answers the waits for their outcome. Only a message
 * that is still being sent is settled, so a late second answer changes nothing. No event cursor is moved.
 */
export async function settleDeliveries(
  { db, clock }: Engine,
  settlements: readonly Settlement[],
): Promise<void> {
  const ids = settlements.map(({ id }) => id)
  await db.transaction().execute(async (tx) => {
    await lockAwaiting(tx, ids)
    const { rows } = await sql<{ enrolment: string }>`
      with moment as materialized (select ${clock.now()} as now),
      settled as (
        update delivery set state = given.state, receipt = given.receipt,
          not_before = moment.now + given."retryMs" * interval '1 millisecond',
          settled_at = case given.state when 'queued' then null else moment.now end
        from moment, jsonb_to_recordset(${JSON.stringify(settlements)}::jsonb)
          as given(id uuid, state text, receipt jsonb, "retryMs" float8)
        where delivery.id = given.id and delivery.state = 'sending'
        returning delivery.id, delivery.enrolment_id, delivery.state
      ),
      claimed as (
        update wait set answered_at = greatest(moment.now, contact.last_at),
          answer_port = case when settled.state in ('failed', 'blocked') then 'failed' else 'next' end
        from moment, settled, contact
        where settled.state <> 'queued' and wait.enrolment_id = settled.enrolment_id
          and wait.delivery_id = settled.id and contact.id = wait.contact_id
          and wait.answered_at is null and greatest(moment.now, contact.last_at) < wait.due
        returning wait.enrolment_id, wait.contact_id, wait.answered_at
      ),
      stamped as (
        update contact set last_at = claimed.answered_at from claimed where contact.id = claimed.contact_id
      )
      select enrolment_id as enrolment from claimed`.execute(tx)
    await queueNudge(
      tx,
      rows.map(({ enrolment }) => enrolment),
    )
  })
}

/** Holds the contacts whose enrolments await one of these outcomes, in the order in which all lock contacts. */
async function lockAwaiting(tx: Tx, deliveries: readonly string[]): Promise<void> {
  await sql`
    select from contact where id in (
      select wait.contact_id from delivery
      join wait on wait.enrolment_id = delivery.enrolment_id and wait.delivery_id = delivery.id
      where delivery.id = any(${deliveries}::uuid[]) and wait.answered_at is null
    ) order by id for update`.execute(tx)
}
