import { type Clock, type Db, systemClock } from '@millrace/database'
import { ContactGone, createMissing, lockContacts, whileContactsGo } from '../contacts/lock-contacts.ts'
import type { IncomingEvent, Receipt } from '../events/event.ts'
import { uniqueEvents } from '../events/unique-events.ts'
import { appendHistory } from '../ingest/append-events.ts'

const CHUNK = 5000

/**
 * Stores events that enter nobody and answer nothing, in transactions of some thousands. When it throws, a prefix may
 * be committed; sending all of it again is safe.
 */
export async function importHistory(
  db: Db,
  events: Iterable<IncomingEvent> | AsyncIterable<IncomingEvent>,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<Receipt> {
  const total = { accepted: 0, duplicates: 0 }
  let chunk: IncomingEvent[] = []
  const flush = async () => {
    const accepted = await importChunk(db, chunk, clock)
    total.accepted += accepted
    total.duplicates += chunk.length - accepted
    chunk = []
  }
  for await (const event of events) {
    chunk.push(event)
    if (chunk.length === CHUNK) await flush()
  }
  if (chunk.length > 0) await flush()
  return total
}

async function importChunk(db: Db, chunk: readonly IncomingEvent[], clock: Clock): Promise<number> {
  const events = [...uniqueEvents(chunk).values()]
  const externalIds = [...new Set(events.map((event) => event.contact))]
  return whileContactsGo(() =>
    db.transaction().execute(async (tx) => {
      await createMissing(tx, externalIds)
      const locked = await lockContacts(tx, { externalIds }, clock)
      if (locked.length < externalIds.length) throw new ContactGone()
      return appendHistory(tx, events, clock)
    }),
  )
}
