import { randomId, type Tx } from '@millrace/database'
import { type Cursor, type Former, type Reentry, type Refusal, refusalOf } from '@millrace/program'
import { sql } from 'kysely'
import { OUTBOX_CHANNEL } from '../outbox.ts'

/** Who is to enter what. */
export interface EnrolRequest {
  readonly contactId: string
  readonly journeyId: string
  readonly version: number
  readonly reentry: Reentry
  /** The contact's zone, or else the journey's. */
  readonly zone: string
  /** Where the contact's events stand: the entering event, or the last one when an operator's hand enters. */
  readonly cursor: Cursor
  /** The entering event; null by hand. */
  readonly eventSeq: number | null
}

/** What came of a request. */
export type Enrolled =
  | { readonly outcome: 'enrolled'; readonly enrolmentId: string }
  | { readonly outcome: Refusal }

/**
 * Enters contacts whose rows this transaction holds, in the order of the requests, and has their workflows started.
 * `cursor.at` is the moment of entry.
 */
export async function enrol(tx: Tx, requests: readonly EnrolRequest[]): Promise<Enrolled[]> {
  if (requests.length === 0) return []
  const formers = await loadFormers(tx, requests)
  const entering: (EnrolRequest & { enrolmentId: string })[] = []
  const outcomes = requests.map((request): Enrolled => {
    const refusal = refusalOf(request.reentry, formers.get(keyOf(request)), {
      now: request.cursor.at,
      zone: request.zone,
    })
    if (refusal !== null) return { outcome: refusal }
    const enrolmentId = randomId()
    entering.push({ ...request, enrolmentId })
    formers.set(keyOf(request), { inFlight: true, lastExit: null })
    return { outcome: 'enrolled', enrolmentId }
  })
  if (entering.length > 0) await insert(tx, entering)
  return outcomes
}

function keyOf({ contactId, journeyId }: { contactId: string; journeyId: string }): string {
  return `${contactId}/${journeyId}`
}

async function loadFormers(tx: Tx, requests: readonly EnrolRequest[]): Promise<Map<string, Former>> {
  const pairs = new Map(requests.map((request) => [keyOf(request), request]))
  const wanted = [...pairs.values()].filter(({ reentry }) => reentry.mode !== 'always')
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{
    contactId: string
    journeyId: string
    inFlight: boolean
    lastExit: Date | null
  }>`
    select e.contact_id as "contactId", e.journey_id as "journeyId",
      bool_or(e.ended_at is null) as "inFlight", max(e.ended_at) as "lastExit"
    from unnest(${wanted.map((one) => one.contactId)}::uuid[], ${wanted.map((one) => one.journeyId)}::uuid[])
      as wanted (contact_id, journey_id)
    join enrolment e on e.contact_id = wanted.contact_id and e.journey_id = wanted.journey_id
    group by 1, 2`.execute(tx)
  return new Map(rows.map((row) => [keyOf(row), { ...row, lastExit: row.lastExit?.getTime() ?? null }]))
}

async function insert(tx: Tx, entering: readonly (EnrolRequest & { enrolmentId: string })[]): Promise<void> {
  await sql`
    with wanted as (
      select * from unnest(
        ${entering.map((one) => one.enrolmentId)}::uuid[], ${entering.map((one) => one.journeyId)}::uuid[],
        ${entering.map((one) => one.version)}::int4[], ${entering.map((one) => one.contactId)}::uuid[],
        ${entering.map((one) => one.eventSeq)}::int8[], ${entering.map((one) => one.cursor.seq)}::int8[],
        ${entering.map((one) => new Date(one.cursor.at))}::timestamptz[]
      ) with ordinality as one (id, journey_id, version, contact_id, event_seq, cursor_seq, cursor_at, n)
    ), entered as (
      insert into enrolment
        (id, journey_id, version, contact_id, state, event_seq, cursor_seq, cursor_at, entered_at, updated_at)
      select id, journey_id, version, contact_id, 'running', event_seq, cursor_seq, cursor_at, cursor_at, cursor_at
      from wanted order by n
    ), queued as (
      insert into outbox (kind, enrolment_id) select 'start', id from wanted order by n returning id
    )
    select pg_notify(${OUTBOX_CHANNEL}, '') from queued limit 1`.execute(tx)
}
