import type { Contact, Tx } from '@millrace/database'
import type { EventFact, Facts, Instant, Json } from '@millrace/program'
import { sql } from 'kysely'

/** What of a contact's row conditions may see. */
export type ContactFacts = Pick<Contact, 'id' | 'attributes' | 'tags' | 'points'>

/** Which events, on which clock. */
export interface FactsRequest {
  /** Types whose history is read. */
  readonly types: readonly string[]
  /** The event that conditions see as `event`. */
  readonly seq: number | null
  /** The last event of the history that counts; all of it when absent. */
  readonly upTo?: number
  readonly now: Instant
  readonly zone: string
}

/** Reads what a condition on this contact may see; asks the database for events only. */
export async function loadFacts(tx: Tx, contact: ContactFacts, request: FactsRequest): Promise<Facts> {
  const rows = await loadEvents(tx, contact.id, request)
  const { now, zone, types, seq } = request
  const tested = rows.find((row) => row.seq === seq)
  const past = rows.filter((row) => types.includes(row.type) && row.seq <= (request.upTo ?? row.seq))
  return factsOf(contact, { now, zone, event: tested ? eventFact(tested) : null, past: past.map(eventFact) })
}

/** Facts from a contact's row and events that are already at hand. */
export function factsOf(
  contact: ContactFacts,
  seen: {
    readonly now: Instant
    readonly zone: string
    readonly event: EventFact | null
    readonly past: readonly EventFact[]
  },
): Facts {
  return {
    now: seen.now,
    zone: seen.zone,
    // `jsonb` holds nothing but JSON.
    attributes: contact.attributes as { readonly [name: string]: Json },
    tags: contact.tags,
    points: contact.points,
    event: seen.event,
    events: Object.fromEntries(Map.groupBy(seen.past, (event) => event.type)),
  }
}

/** An event as its row has it. */
export interface EventRow {
  readonly seq: number
  readonly type: string
  readonly at: Date
  readonly data: { readonly [key: string]: Json }
}

/** What conditions see of an event's row. */
export function eventFact({ type, at, data }: EventRow): EventFact {
  return { type, at: at.getTime(), data }
}

async function loadEvents(tx: Tx, contactId: string, request: FactsRequest): Promise<EventRow[]> {
  const { types, seq, upTo } = request
  if (types.length === 0 && seq === null) return []
  const { rows } = await sql<EventRow>`
    select seq, type, at, data from event
    where contact_id = ${contactId} and type = any(${types}::text[])
      and seq <= coalesce(${upTo ?? null}::int8, 9223372036854775807)
    union
    select seq, type, at, data from event where contact_id = ${contactId} and seq = ${seq}::int8
    order by seq`.execute(tx)
  return rows
}
