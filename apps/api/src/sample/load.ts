import {
  type IncomingEvent,
  importHistory,
  ingestEvents,
  parseContact,
  parseEvent,
  upsertContacts,
} from '@millrace/audience'
import type { Clock, Db } from '@millrace/database'
import { createJourney, publishJourney } from '@millrace/engine'
import { createCoupon } from '@millrace/loyalty'
import { makeHistory } from './history.ts'
import { newcomers, winBack } from './journeys.ts'
import { makePeople, type Person } from './people.ts'
import { seeded } from './random.ts'

const SEED = 20_481
const PEOPLE = 240
const NEWCOMERS = 24

/** Fills an empty database with a small tea shop; answers false, and does nothing, where anything is there already. */
export async function loadSample(db: Db, clock: Clock, now: number): Promise<boolean> {
  if (await inUse(db)) return false
  const random = seeded(SEED)
  const people = makePeople(random, PEOPLE)
  await createCoupon(db, { id: 'welcome-20', name: '新客满 100 减 20', stock: 500, validFor: 'P3D' })
  await createCoupon(db, { id: 'return-15', name: '满 80 减 15', stock: null, validFor: 'P7D' })
  await upsertContacts(db, people.map(toContact))
  const settled = people.slice(0, -NEWCOMERS)
  await importHistory(db, makeHistory(random, settled, now).map(toEvent), { clock })
  const { id } = await createJourney(db, newcomers)
  await publishJourney(db, id, { channels: new Set(['inbox']) })
  await createJourney(db, winBack)
  const arrivals = people.slice(-NEWCOMERS).map(({ id: contact }) => ({
    id: `${contact}-followed`,
    contact,
    type: 'contact.followed',
    data: { source: 'channel-code' },
  }))
  await ingestEvents(db, arrivals.map(toEvent), { clock })
  return true
}

async function inUse(db: Db): Promise<boolean> {
  const contact = await db.selectFrom('contact').select('id').limit(1).executeTakeFirst()
  const journey = await db.selectFrom('journey').select('id').limit(1).executeTakeFirst()
  return contact !== undefined || journey !== undefined
}

function toContact({ id, attributes, tags, timeZone }: Person) {
  const parsed = parseContact({ id, attributes, tags, timeZone })
  if ('fault' in parsed) throw new Error(parsed.fault.message.en)
  return parsed.contact
}

function toEvent(json: unknown): IncomingEvent {
  const parsed = parseEvent(json)
  if ('fault' in parsed) throw new Error(parsed.fault.message.en)
  return parsed.event
}
