import type { Tx } from '@millrace/database'
import { type Answer, type Cursor, evaluate, eventTypesOf, type Leg, openLeg } from '@millrace/program'
import { sql } from 'kysely'
import { type ContactFacts, type EventRow, loadFacts } from './facts.ts'

/** A wait that looks back: whose, which legs, after which event. */
export interface LookBack {
  readonly contact: ContactFacts & { readonly last_seq: number }
  /** The contact's zone, or else the journey's. */
  readonly zone: string
  readonly legs: readonly Leg[]
  readonly cursor: Cursor
}

type EventLeg = Extract<Leg, { type: 'event' }>

/**
 * The first event after the cursor, in the contact's own order, that answers one of the legs. The contact is
 * locked, so that its `last_seq` tells without a query that nothing came since.
 */
export async function firstAnswer(tx: Tx, wait: LookBack): Promise<Answer | null> {
  const legs = wait.legs.filter((leg): leg is EventLeg => leg.type === 'event')
  if (legs.length === 0) return null
  const page = legs.some((leg) => leg.where !== undefined) ? 200 : 1
  let after = wait.cursor.seq
  while (after < wait.contact.last_seq) {
    const rows = await candidates(tx, { contactId: wait.contact.id, legs, after, page })
    for (const row of rows) {
      const leg = openLeg(wait.legs, { type: row.type, stamp: row.stamp.getTime() })
      if (leg !== null && (await holds(tx, wait, { leg, row })))
        return { leg, seq: row.seq, at: row.stamp.getTime() }
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return null
    after = last.seq
  }
  return null
}

type Candidate = EventRow & { readonly stamp: Date }

async function candidates(
  tx: Tx,
  { contactId, legs, after, page }: { contactId: string; legs: EventLeg[]; after: number; page: number },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select e.seq, e.type, e.at, e.data, e.stamp from event e
    where e.contact_id = ${contactId} and e.seq > ${after} and e.live and exists (
      select from unnest(
        ${legs.map((leg) => leg.event)}::text[], ${legs.map((leg) => new Date(leg.from))}::timestamptz[],
        ${legs.map((leg) => new Date(leg.due))}::timestamptz[]
      ) as leg (type, opens, due)
      where leg.type = e.type and leg.opens <= e.stamp and e.stamp < leg.due
    )
    order by e.seq limit ${page}`.execute(tx)
  return rows
}

/** As ingest would have decided when the event came: by its stamp and the events up to it. */
async function holds(
  tx: Tx,
  wait: LookBack,
  { leg, row }: { leg: number; row: Candidate },
): Promise<boolean> {
  const spec = wait.legs[leg]
  if (spec?.type !== 'event' || spec.where === undefined) return true
  const { seq } = row
  const facts = await loadFacts(tx, wait.contact, {
    types: eventTypesOf(spec.where),
    seq,
    upTo: seq,
    now: row.stamp.getTime(),
    zone: wait.zone,
  })
  return evaluate(spec.where, facts).holds
}
