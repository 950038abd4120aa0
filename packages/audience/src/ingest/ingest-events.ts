import { type Clock, type Db, systemClock, type Tx } from '@millrace/database'
import { ContactGone, createMissing, lockContacts, whileContactsGo } from '../contacts/lock-contacts.ts'
import { enrol } from '../enrol/enrol.ts'
import type { IncomingEvent, Receipt } from '../events/event.ts'
import { eventKey, uniqueEvents } from '../events/unique-events.ts'
import { loadPrograms } from '../programs.ts'
import { appendLive } from './append-events.ts'
import { type Arrived, candidateTest } from './candidate.ts'
import { entryCandidates, entryRequest, loadOpenEntries } from './open-entries.ts'
import { claimWaits, loadOpenWaits, type WaitCandidate, waitCandidates } from './open-waits.ts'

/** The most events of one transaction: they hold their contacts' locks together. */
export const MAX_EVENTS = 500

/**
 * Takes in at most 500 events as one transaction: appends the new ones to their contacts, answers waits,
 * enters journeys and queues what Temporal has to be told. When it returns, all of it is committed.
 */
export async function ingestEvents(
  db: Db,
  events: readonly IncomingEvent[],
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<Receipt> {
  if (events.length > MAX_EVENTS) throw new Error(`At most ${MAX_EVENTS} events go in one transaction.`)
  const unique = uniqueEvents(events)
  const accepted = await whileContactsGo(() =>
    db.transaction().execute(async (tx) => {
      const arrived = await append(tx, [...unique.values()], clock)
      if (arrived.length > 0) await match(tx, arrived)
      return arrived.length
    }),
  )
  return { accepted, duplicates: events.length - accepted }
}

async function append(tx: Tx, events: readonly IncomingEvent[], clock: Clock): Promise<Arrived[]> {
  const externalIds = [...new Set(events.map((event) => event.contact))]
  await createMissing(tx, externalIds)
  const locked = await lockContacts(tx, { externalIds }, clock)
  if (locked.length < externalIds.length) throw new ContactGone()
  const contacts = new Map(locked.map((contact) => [contact.external_id, contact]))
  const appended = await appendLive(tx, events, clock)
  const places = new Map(appended.map((row) => [eventKey(row.source, row.external_id), row]))
  return events.flatMap((event) => {
    const place = places.get(eventKey(event.source, event.id))
    const contact = contacts.get(event.contact)
    if (place === undefined || contact === undefined) return []
    return [{ event, contact, seq: place.seq, stamp: place.stamp.getTime() }]
  })
}

async function match(tx: Tx, arrived: readonly Arrived[]): Promise<void> {
  const waits = await loadOpenWaits(tx, arrived)
  const entries = await loadOpenEntries(tx, arrived)
  if (waits.length === 0 && entries.length === 0) return
  const programs = await loadPrograms(
    tx,
    [...waits, ...entries].map((one) => one.program_hash),
  )
  const byContact = Map.groupBy(arrived, (one) => one.contact.id)
  const zoneOf = (one: Arrived, hash: string) =>
    one.contact.time_zone ?? programs.get(hash)?.timeZone ?? 'UTC'
  const answering = waitCandidates(waits, byContact, zoneOf)
  const entering = entryCandidates(entries, arrived, programs)
  const holds = await candidateTest(tx, [...answering, ...entering])
  await claimWaits(tx, firstOfEach(answering.filter(holds)))
  await enrol(tx, entering.filter(holds).map(entryRequest))
}

/** The first candidate of each wait: they stand in the contact's order. */
function firstOfEach(candidates: readonly WaitCandidate[]): WaitCandidate[] {
  const first = new Map<string, WaitCandidate>()
  for (const one of candidates) if (!first.has(one.enrolmentId)) first.set(one.enrolmentId, one)
  return [...first.values()]
}
