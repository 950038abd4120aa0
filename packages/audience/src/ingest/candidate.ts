import type { Tx } from '@millrace/database'
import { type Condition, evaluate, eventTypesOf, type Instant } from '@millrace/program'
import { sql } from 'kysely'
import type { LockedContact } from '../contacts/lock-contacts.ts'
import type { IncomingEvent } from '../events/event.ts'
import { type EventRow, eventFact, factsOf } from '../facts.ts'

/** A new event in its contact's order. */
export interface Arrived {
  readonly event: IncomingEvent
  readonly contact: LockedContact
  readonly seq: number
  readonly stamp: Instant
}

/** An event that matches by its type and time; `where` is still to be tested. */
export interface Candidate {
  readonly arrived: Arrived
  readonly where: Condition | undefined
  readonly zone: string
}

type PastEvent = EventRow & { readonly contact_id: string }

/**
 * Answers whether a candidate's `where` holds, by the events that its conditions count: loaded once for all.
 */
export async function candidateTest(
  tx: Tx,
  candidates: readonly Candidate[],
): Promise<(candidate: Candidate) => boolean> {
  const past = Object.groupBy(await loadPast(tx, candidates), (event) => event.contact_id)
  return ({ arrived, where, zone }) => {
    if (where === undefined) return true
    const { event, contact, seq, stamp } = arrived
    const facts = factsOf(contact, {
      now: stamp,
      zone,
      event: { type: event.type, at: event.at ?? stamp, data: event.data },
      past: (past[contact.id] ?? []).filter((one) => one.seq <= seq).map(eventFact),
    })
    return evaluate(where, facts).holds
  }
}

async function loadPast(tx: Tx, candidates: readonly Candidate[]): Promise<PastEvent[]> {
  const wanted = new Map<string, { contact: string; type: string }>()
  for (const { arrived, where } of candidates)
    for (const type of where ? eventTypesOf(where) : [])
      wanted.set(`${arrived.contact.id}/${type}`, { contact: arrived.contact.id, type })
  if (wanted.size === 0) return []
  const pairs = [...wanted.values()]
  const { rows } = await sql<PastEvent>`
    select e.contact_id, e.seq, e.type, e.at, e.data
    from unnest(${pairs.map((pair) => pair.contact)}::uuid[], ${pairs.map((pair) => pair.type)}::text[])
      as wanted (contact_id, type)
    join event e on e.contact_id = wanted.contact_id and e.type = wanted.type
    order by e.contact_id, e.seq`.execute(tx)
  return rows
}
