import { type IncomingEvent, parseContact, parseEvent, upsertContacts } from '@millrace/audience'
import { type Db, systemClock } from '@millrace/database'
import { createJourney, publishJourney } from '@millrace/engine'
import type { Journey } from '@millrace/graph'
import { createCoupon } from '@millrace/loyalty'
import { sql } from 'kysely'

/** Publishes a drawing into an empty installation that has the coupon of the reference journey. */
export async function openShop(db: Db, journey: Journey): Promise<string> {
  await createCoupon(db, { id: 'welcome-20', name: '新人券' })
  const { id } = await createJourney(db, journey)
  await publishJourney(db, id, { channels: new Set(['inbox']) })
  return id
}

/** Contacts with a few attributes, as an import leaves them. */
export async function addPeople(db: Db, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += 1000) {
    await upsertContacts(
      db,
      ids.slice(from, from + 1000).map((id) => {
        const parsed = parseContact({ id, attributes: { name: `客户 ${id}`, city: '杭州' } })
        if ('fault' in parsed) throw new Error(parsed.fault.code)
        return parsed.contact
      }),
    )
  }
}

/** An event with an id of its own. */
export function event(contact: string, type: string, data: object = {}): IncomingEvent {
  const parsed = parseEvent({ id: crypto.randomUUID(), contact, type, data })
  if ('fault' in parsed) throw new Error(parsed.fault.code)
  return parsed.event
}

/** Resolves when so many enrolments have ended. */
export async function ended(db: Db, count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from enrolment where ended_at is not null`.execute(db)
    if ((rows[0]?.n ?? 0) >= count) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const clock = systemClock
