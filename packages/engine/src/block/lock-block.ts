import type { Clock, Tx } from '@millrace/database'
import type { Json } from '@millrace/program'
import { sql } from 'kysely'

/** The contact of a block: its row is locked, so nothing else moves or answers any of its enrolments. */
export interface BlockContact {
  readonly id: string
  /** Null once erased. */
  readonly externalId: string | null
  readonly attributes: Readonly<Record<string, Json>>
  readonly timeZone: string | null
  readonly tags: readonly string[]
  readonly points: number
  /** Its last event's number. */
  readonly lastSeq: number
  /** The clock, read under the lock and never before the contact's last stamp. */
  readonly now: Date
}

/**
 * Locks the contact of an enrolment, then reads the clock; null when there is no such enrolment. A statement of its
 * own: what is read by a later one is what the former holder of the lock has left.
 */
export async function lockBlock(tx: Tx, enrolment: string, clock: Clock): Promise<BlockContact | null> {
  const { rows } = await sql<BlockContact>`
    with locked as materialized (
      select * from contact where id = (select contact_id from enrolment where id = ${enrolment}::uuid) for update
    )
    select id, external_id as "externalId", attributes, time_zone as "timeZone", tags, points,
      last_seq as "lastSeq", greatest(${clock.now()}, last_at) as now
    from locked`.execute(tx)
  return rows[0] ?? null
}
