import { setImmediate } from 'node:timers/promises'
import { type Clock, type Db, systemClock } from '@millrace/database'
import { ContactGone, createMissing, lockContacts, whileContactsGo } from '../contacts/lock-contacts.ts'
import type { IncomingEvent, Receipt } from '../events/event.ts'
import { uniqueEvents } from '../events/unique-events.ts'
import { appendHistory } from '../ingest/append-events.ts'

const CHUNK = 10_000
const CHUNK_CHARACTERS = 8_000_000
const BREATH = 250

/**
 * Stores events that enter nobody and answer nothing, in transactions of some thousands. When it throws, a
 * prefix may be committed; sending all of it again is safe.
 */
export async function importHistory(
  db: Db,
  events: Iterable<IncomingEvent> | AsyncIterable<IncomingEvent>,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<Receipt> {
  const total = { accepted: 0, duplicates: 0 }
  let chunk: IncomingEvent[] = []
  let characters = 0
  let storing = Promise.resolve()
  const store = async (full: readonly IncomingEvent[]) => {
    const accepted = await importChunk(db, full, clock)
    total.accepted += accepted
    total.duplicates += full.length - accepted
  }
  try {
    for await (const event of events) {
      chunk.push(event)
      characters += event.dataText.length
      // One chunk is stored while the next is read; a source that never waits must let the other go on.
      if (chunk.length % BREATH === 0) await setImmediate()
      if (chunk.length < CHUNK && characters < CHUNK_CHARACTERS) continue
      await storing
      storing = store(chunk)
      storing.catch(() => {})
      chunk = []
      characters = 0
    }
  } finally {
    await storing
  }
  if (chunk.length > 0) await store(chunk)
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
