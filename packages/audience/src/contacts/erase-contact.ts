import { type Clock, type Db, systemClock, type Tx } from '@millrace/database'
import { sql } from 'kysely'
import { erasedKey } from '../ingest/append-events.ts'
import { queueNudge } from '../outbox.ts'
import { outsideId } from '../outside-id.ts'
import { type LockedContact, lockContacts } from './lock-contacts.ts'

/**
 * Takes away everything that tells who a contact was and what it did, and ends its open enrolments as exited.
 * An empty row stays for counts, and the keys of its events as digests, so that they are duplicates for good.
 * Answers whether there was such a contact.
 */
export async function eraseContact(
  db: Db,
  externalId: string,
  { clock = systemClock }: { readonly clock?: Clock } = {},
): Promise<boolean> {
  const id = outsideId(externalId)
  if (id === null) return false
  return db.transaction().execute(async (tx) => {
    const [contact] = await lockContacts(tx, { externalIds: [id] }, clock)
    if (contact === undefined) return false
    await eraseEvents(tx, contact)
    await endEnrolments(tx, contact)
    await eraseTraces(tx, contact)
    await sql`
      update contact set external_id = null, attributes = '{}', time_zone = null, tags = '{}', points = 0,
        last_at = ${new Date(contact.now)}, erased_at = ${new Date(contact.now)}, updated_at = now()
      where id = ${contact.id}`.execute(tx)
    return true
  })
}

async function eraseEvents(tx: Tx, { id }: LockedContact): Promise<void> {
  await sql`
    insert into erased_event (key) select ${erasedKey(sql`e`)} from event e where e.contact_id = ${id}
    on conflict (key) do nothing`.execute(tx)
  await tx.deleteFrom('event').where('contact_id', '=', id).execute()
}

async function endEnrolments(tx: Tx, { id, now }: LockedContact): Promise<void> {
  await tx.deleteFrom('wait').where('contact_id', '=', id).execute()
  const at = new Date(now)
  const ended = await tx
    .updateTable('enrolment')
    .set({ state: 'exited', ended_at: at, updated_at: at, resume: null })
    .where('contact_id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute()
  await queueNudge(
    tx,
    ended.map((one) => one.id),
  )
}

/** Texts that came from the contact's data: of messages, of decisions, of reasons. */
async function eraseTraces(tx: Tx, { id, now }: LockedContact): Promise<void> {
  await sql`
    update delivery set title = null, text = null, receipt = null,
      state = case when state = 'queued' then 'blocked' else state end,
      settled_at = case when state = 'queued' then ${new Date(now)}::timestamptz else settled_at end
    where contact_id = ${id}`.execute(tx)
  await sql`
    update step s set reads = null, output = null from enrolment e
    where s.enrolment_id = e.id and e.contact_id = ${id}`.execute(tx)
  await tx.updateTable('enrolment').set({ reason: null }).where('contact_id', '=', id).execute()
  await tx.updateTable('points_entry').set({ reason: null }).where('contact_id', '=', id).execute()
}
