import { insertSteps } from '@millrace/analytics'
import type { EnrolmentState, Tx } from '@millrace/database'
import { type BlockEnd, finalDue, type Standing, type WaitPlan } from '@millrace/program'
import { type RawBuilder, sql } from 'kysely'
import { DELIVERY_CHANNEL } from '../deliveries/delivery-channel.ts'
import type { BlockState } from './load-block.ts'
import type { BlockContact } from './lock-block.ts'
import type { BlockWrites } from './writes.ts'

/** All that a block has come to. */
export interface BlockResult {
  readonly contact: BlockContact
  readonly state: BlockState
  readonly end: BlockEnd
  readonly writes: BlockWrites
}

/** Writes a block in one statement and answers what the workflow shall wait for. */
export async function saveBlock(tx: Tx, { contact, state, end, writes }: BlockResult): Promise<WaitPlan> {
  const { standing, cursor, seq, steps } = end
  const row = enrolmentRow(standing, steps.at(-1)?.node ?? state.node)
  await sql`
    with traced as (${insertSteps({ enrolment: state.id, journey: state.journeyId, version: state.version, steps })}),
    moved as (
      update enrolment set state = ${row.state}, turn = turn + 1, label = ${row.label}, resume = null,
        node = ${row.node}, event_seq = ${seq}, cursor_seq = ${cursor.seq}, cursor_at = ${new Date(cursor.at)},
        reason = ${row.reason}::jsonb, failures = 0, ended_at = ${row.endedAt}, updated_at = ${contact.now}
      where id = ${state.id}::uuid
    ),
    stamped as (
      update contact set last_at = ${contact.now}, tags = coalesce(${writes.tags}::text[], tags),
        updated_at = case when ${writes.tags}::text[] is null then updated_at else ${contact.now} end
      where id = ${contact.id}::uuid
    ),
    awaited as (${standing.state === 'waiting' ? keepWait(state, standing) : endWait(state)}),
    handed as (${insertDeliveries(state, contact, writes)} returning id)
    select pg_notify(${DELIVERY_CHANNEL}, '') from handed limit 1`.execute(tx)
  if (standing.state === 'completed') return { kind: 'done' }
  if (standing.state === 'needs-attention') return { kind: 'park' }
  if (standing.answer !== undefined) return { kind: 'wait', delayMs: 0 }
  return { kind: 'wait', delayMs: finalDue(standing.waiting.legs) - contact.now.getTime() }
}

/** Marks an enrolment that would act, were its journey not paused; resuming finds it by this mark. */
export async function pauseEnrolment(tx: Tx, { id, state }: BlockState, now: Date): Promise<WaitPlan> {
  if (state !== 'paused')
    await tx.updateTable('enrolment').set({ state: 'paused', updated_at: now }).where('id', '=', id).execute()
  return { kind: 'park' }
}

interface EnrolmentRow {
  readonly state: EnrolmentState
  readonly label: string | null
  readonly node: string | null
  readonly reason: string | null
  readonly endedAt: Date | null
}

function enrolmentRow(standing: Standing, lastNode: string | null): EnrolmentRow {
  const none = { label: null, reason: null, endedAt: null }
  switch (standing.state) {
    case 'waiting':
      return { ...none, state: 'waiting', node: standing.waiting.legs[0]?.node ?? lastNode }
    case 'completed':
      return { ...none, state: 'completed', node: lastNode, endedAt: new Date(standing.at) }
    case 'needs-attention': {
      const { label, reason } = standing
      return { ...none, state: 'needs-attention', node: reason.node, label, reason: JSON.stringify(reason) }
    }
    default:
      return standing satisfies never
  }
}

function keepWait(
  { id, journeyId }: BlockState,
  { waiting, answer }: Extract<Standing, { state: 'waiting' }>,
): RawBuilder<unknown> {
  const types = new Set(waiting.legs.flatMap((leg) => (leg.type === 'event' ? [leg.event] : [])))
  return sql`
    insert into wait (enrolment_id, contact_id, journey_id, plan, event_types, due, delivery_id,
      answered_at, answer_seq, answer_leg)
    select ${id}::uuid, contact_id, ${journeyId}::uuid, ${JSON.stringify(waiting)}::jsonb, ${[...types]}::text[],
      ${new Date(finalDue(waiting.legs))}::timestamptz, ${waiting.awaits?.delivery ?? null}::uuid,
      ${answer === undefined ? null : new Date(answer.at)}::timestamptz, ${answer?.seq ?? null}::int8,
      ${answer?.leg ?? null}::int4
    from enrolment where id = ${id}::uuid
    on conflict (enrolment_id) do update set plan = excluded.plan, event_types = excluded.event_types,
      due = excluded.due, delivery_id = excluded.delivery_id, answered_at = excluded.answered_at,
      answer_seq = excluded.answer_seq, answer_leg = excluded.answer_leg, answer_port = null`
}

function endWait({ id }: BlockState): RawBuilder<unknown> {
  return sql`delete from wait where enrolment_id = ${id}::uuid`
}

function insertDeliveries(
  state: BlockState,
  contact: BlockContact,
  writes: BlockWrites,
): RawBuilder<unknown> {
  return sql`
    insert into delivery
      (id, key, enrolment_id, journey_id, contact_id, node, channel, title, text, state, at, not_before)
    select id, key, ${state.id}::uuid, ${state.journeyId}::uuid, ${contact.id}::uuid, node, channel, title, text,
      'queued', ${contact.now}::timestamptz, ${contact.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(writes.deliveries)}::jsonb)
      as given(id uuid, key text, node text, channel text, title text, text text)`
}
