import type { Tx } from '@millrace/database'
import { openLeg, type Waiting } from '@millrace/program'
import { sql } from 'kysely'
import { OUTBOX_CHANNEL } from '../outbox.ts'
import type { Arrived, Candidate } from './candidate.ts'

/** An open wait that one of the new events may answer; `program_hash` names the program it runs. */
export interface OpenWait {
  readonly enrolment_id: string
  readonly contact_id: string
  readonly plan: Waiting
  readonly program_hash: string
}

/** An event that answers a leg of a wait if its `where` holds. */
export interface WaitCandidate extends Candidate {
  readonly enrolmentId: string
  readonly leg: number
}

/**
 * The open waits of these contacts that listen to one of these types; nobody else can change them meanwhile.
 */
export async function loadOpenWaits(tx: Tx, arrived: readonly Arrived[]): Promise<OpenWait[]> {
  const contacts = [...new Set(arrived.map((one) => one.contact.id))]
  const types = [...new Set(arrived.map((one) => one.event.type))]
  const { rows } = await sql<OpenWait>`
    select w.enrolment_id, w.contact_id, w.plan, v.program_hash
    from wait w
    join enrolment e on e.id = w.enrolment_id
    join version v on v.journey_id = e.journey_id and v.version = e.version
    where w.contact_id = any(${contacts}::uuid[]) and w.answered_at is null
      and w.event_types && ${types}::text[]`.execute(tx)
  return rows
}

/** Each wait with the events that may answer it, in the contact's order. */
export function waitCandidates(
  waits: readonly OpenWait[],
  arrived: ReadonlyMap<string, readonly Arrived[]>,
  zoneOf: (one: Arrived, programHash: string) => string,
): WaitCandidate[] {
  return waits.flatMap(({ enrolment_id, contact_id, plan, program_hash }) =>
    (arrived.get(contact_id) ?? []).flatMap((one) => {
      const index = openLeg(plan.legs, { type: one.event.type, stamp: one.stamp })
      const leg = index === null ? undefined : plan.legs[index]
      if (index === null || leg?.type !== 'event') return []
      const zone = zoneOf(one, program_hash)
      return [{ enrolmentId: enrolment_id, leg: index, arrived: one, where: leg.where, zone }]
    }),
  )
}

/**
 * Writes the answers onto the waits and has their workflows nudged; `answers` has at most one per wait. The
 * waits were read as open under their contacts' locks, so that nobody has answered them since.
 */
export async function claimWaits(tx: Tx, answers: readonly WaitCandidate[]): Promise<void> {
  if (answers.length === 0) return
  await sql`
    with claimed as (
      update wait w set answered_at = a.at, answer_seq = a.seq, answer_leg = a.leg
      from unnest(
        ${answers.map((one) => one.enrolmentId)}::uuid[],
        ${answers.map((one) => new Date(one.arrived.stamp))}::timestamptz[],
        ${answers.map((one) => one.arrived.seq)}::int8[], ${answers.map((one) => one.leg)}::int4[]
      ) as a (enrolment_id, at, seq, leg)
      where w.enrolment_id = a.enrolment_id
      returning w.enrolment_id
    ), queued as (
      insert into outbox (kind, enrolment_id) select 'nudge', enrolment_id from claimed returning id
    )
    select pg_notify(${OUTBOX_CHANNEL}, '') from queued limit 1`.execute(tx)
}
