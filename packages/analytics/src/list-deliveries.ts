import { type Db, decodeCursor, encodeCursor } from '@millrace/database'
import { sql } from 'kysely'
import { isUuid, type Page } from './reading.ts'

/** What became of a message; one that is on its way to the provider still counts as queued. */
export type DeliveryStanding = 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'blocked'

/** Which deliveries; `contact` is the outside id. */
export interface DeliveryFilter {
  readonly contact?: string | undefined
  readonly journey?: string | undefined
  readonly state?: DeliveryStanding | undefined
  readonly channel?: string | undefined
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}

/** A message as readers see it; `at` is when the journey handed it over, `contact` is null once erased. */
export interface DeliveryItem {
  readonly id: string
  readonly key: string
  readonly contact: string | null
  readonly enrolment: string
  readonly journey: string
  readonly node: string
  readonly channel: string
  readonly state: DeliveryStanding
  readonly title?: string
  readonly text: string | null
  readonly at: Date
  /** The provider's receipt, or why it failed. */
  readonly receipt?: unknown
}

/** Deliveries, newest first. */
export async function listDeliveries(db: Db, filter: DeliveryFilter): Promise<Page<DeliveryItem>> {
  const { contact, journey, state, channel, limit = 100 } = filter
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor, ['uuid'])
  if (journey !== undefined && !isUuid(journey)) return { items: [], next: null }
  const conditions = [
    sql`true`,
    ...(journey === undefined ? [] : [sql`delivery.journey_id = ${journey}::uuid`]),
    ...(contact === undefined
      ? []
      : [sql`delivery.contact_id = (select id from contact where external_id = ${contact})`]),
    ...(state === undefined ? [] : [sql`delivery.state in (${sql.join(stored(state))})`]),
    ...(channel === undefined ? [] : [sql`delivery.channel = ${channel}`]),
    ...(after === null ? [] : [sql`delivery.id < ${after[0]}::uuid`]),
  ]
  const { rows } = await sql<Row>`
    select delivery.id, key, contact.external_id as contact, enrolment_id as enrolment, journey_id as journey,
      node, channel, case state when 'sending' then 'queued' else state end as state, title, text, at, receipt
    from delivery join contact on contact.id = delivery.contact_id
    where ${sql.join(conditions, sql` and `)}
    order by delivery.id desc limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map(toItem), next: last === undefined ? null : encodeCursor([last.id]) }
}

type Row = Omit<DeliveryItem, 'title' | 'receipt'> & { title: string | null; receipt: unknown }

const stored = (state: DeliveryStanding) => (state === 'queued' ? ['queued', 'sending'] : [state])

function toItem({ title, receipt, ...row }: Row): DeliveryItem {
  return { ...row, ...(title !== null && { title }), ...(receipt !== null && { receipt }) }
}
