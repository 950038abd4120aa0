import { decodeCursor, type EnrolmentState, encodeCursor } from '@millrace/database'
import { workflowIdOf } from '@millrace/program'
import { sql } from 'kysely'
import { openLegs } from './open-legs.ts'
import { isUuid, type Page, type Reading } from './reading.ts'

/** Which enrolments; `contact` is the outside id. */
export interface EnrolmentFilter {
  readonly journey?: string | undefined
  readonly contact?: string | undefined
  readonly state?: EnrolmentState | undefined
  readonly enrolment?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** One contact's run through a journey, as readers see it; `contact` is null once erased. */
export interface EnrolmentItem {
  readonly id: string
  readonly journey: string
  readonly journeyName: string
  readonly version: number
  readonly contact: string | null
  readonly state: EnrolmentState
  /** The node it stands at; in a wait of several legs the one whose time runs. */
  readonly node: string | null
  readonly workflowId: string
  /** When the leg whose time runs ends by time. */
  readonly wakeAt?: Date
  readonly enteredAt: Date
  readonly endedAt?: Date
  readonly reason?: AttentionReason
}

/** Why an enrolment waits for an operator. */
export interface AttentionReason {
  readonly code: string
  readonly node: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** Enrolments, newest first. */
export async function listEnrolments(
  { db, clock }: Reading,
  filter: EnrolmentFilter,
): Promise<Page<EnrolmentItem>> {
  const { journey, contact, state, enrolment, limit = 100 } = filter
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor, ['time', 'uuid'])
  if (journey !== undefined && !isUuid(journey)) return { items: [], next: null }
  const conditions = [
    sql`true`,
    ...(journey === undefined ? [] : [sql`enrolment.journey_id = ${journey}::uuid`]),
    ...(contact === undefined
      ? []
      : [sql`enrolment.contact_id = (select id from contact where external_id = ${contact})`]),
    // Said twice, so that the index over the open ones serves the states that are open.
    ...(state === undefined ? [] : [sql`enrolment.state = ${state}`]),
    ...(state === undefined || ENDED.has(state) ? [] : [sql`enrolment.ended_at is null`]),
    ...(enrolment === undefined ? [] : [sql`enrolment.id = ${enrolment}::uuid`]),
    ...(after === null
      ? []
      : [sql`(enrolment.entered_at, enrolment.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ]
  const { rows } = await sql<Row>`
    with page as materialized (
      select * from enrolment where ${sql.join(conditions, sql` and `)}
      order by entered_at desc, id desc limit ${limit + 1}
    ),
    stood as (
      select * from (${openLegs(clock.now(), sql`wait.enrolment_id in (select id from page)`)}) as legs where stood
    )
    select page.id, page.journey_id as journey, journey.name as "journeyName", page.version,
      contact.external_id as contact, page.state, coalesce(stood.node, page.node) as node,
      stood.due, page.entered_at, page.ended_at, page.reason, (select id from installation) as installation
    from page
    join journey on journey.id = page.journey_id
    join contact on contact.id = page.contact_id
    left join stood on stood.enrolment_id = page.id
    order by page.entered_at desc, page.id desc`.execute(db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(toItem),
    next: last === undefined ? null : encodeCursor([last.entered_at, last.id]),
  }
}

/** One of them, or null. */
export async function findEnrolment(reading: Reading, id: string): Promise<EnrolmentItem | null> {
  if (!isUuid(id)) return null
  const { items } = await listEnrolments(reading, { enrolment: id, limit: 1 })
  return items[0] ?? null
}

const ENDED: ReadonlySet<EnrolmentState> = new Set(['completed', 'exited'])

type Row = Omit<EnrolmentItem, 'workflowId' | 'wakeAt' | 'enteredAt' | 'endedAt' | 'reason'> & {
  due: number | null
  entered_at: Date
  ended_at: Date | null
  reason: AttentionReason | null
  installation: string
}

function toItem({ due, entered_at, ended_at, reason, installation, ...row }: Row): EnrolmentItem {
  return {
    ...row,
    workflowId: workflowIdOf(installation, row.id),
    enteredAt: entered_at,
    ...(due !== null && { wakeAt: new Date(due) }),
    ...(ended_at !== null && { endedAt: ended_at }),
    ...(reason !== null && row.state === 'needs-attention' && { reason }),
  }
}
