import { newId, randomId } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { ingestEvents } from '../ingest/ingest-events.ts'
import { event, eventLeg, openWait, publish } from '../test-support.ts'
import { eraseContact } from './erase-contact.ts'
import { findContact } from './find-contact.ts'
import { listContacts } from './list-contacts.ts'
import { upsertContacts } from './upsert-contacts.ts'

const SECRET = 'Zhang-13800000000'

/** A contact whose secret stands wherever one can stand. */
async function knownContact() {
  const test = await testDatabase()
  const { db } = test
  const journey = await publish(db, { on: { event: 'contact.followed' } })
  await upsertContacts(db, [
    { id: SECRET, attributes: { name: SECRET }, tags: [SECRET], timeZone: 'Asia/Tokyo' },
    { id: 'other', attributes: { name: 'other' } },
  ])
  const data = { text: SECRET }
  await ingestEvents(db, [
    event(SECRET, 'contact.followed', { id: SECRET, data }),
    event('other', 'contact.followed', { id: 'other' }),
  ])
  const legs = [eventLeg('order.paid', { from: 0, due: Date.now() + 1e7 })]
  const enrolment = await openWait(db, { contact: SECRET, journey, legs })
  const { contact_id } = await db
    .selectFrom('enrolment')
    .select('contact_id')
    .where('id', '=', enrolment)
    .executeTakeFirstOrThrow()
  const at = new Date()
  const reason = { code: 'no-time', node: 'n', message: { zh: SECRET, en: SECRET } }
  await db
    .updateTable('enrolment')
    .set({ reason: JSON.stringify(reason) })
    .where('id', '=', enrolment)
    .execute()
  const step = {
    enrolment_id: enrolment,
    turn: 0,
    journey_id: journey,
    version: 1,
    node: 'n',
    kind: 'branch',
    at,
  }
  await db
    .insertInto('step')
    .values({ ...step, step: 0, reads: JSON.stringify(data), output: JSON.stringify(data) })
    .execute()
  await db
    .insertInto('points_entry')
    .values({ id: newId(), contact_id, key: 'p', amount: 5, balance: 5, reason: SECRET, at })
    .execute()
  for (const state of ['queued', 'sent'] as const) {
    await db
      .insertInto('delivery')
      .values({
        id: newId(),
        key: `${enrolment}/0/${state}`,
        enrolment_id: enrolment,
        journey_id: journey,
        contact_id,
        node: 'n',
        channel: 'inbox',
        title: SECRET,
        text: SECRET,
        state,
        at,
        not_before: at,
        receipt: JSON.stringify({ to: SECRET }),
      })
      .execute()
  }
  await db.deleteFrom('outbox').execute()
  return { ...test, db, enrolment, contact: contact_id }
}

test('after an erasure nothing in any table tells who the contact was', async () => {
  const { db, ...test } = await knownContact()
  await using _ = test
  expect(await holdersOf(SECRET)).not.toEqual([])
  expect(await eraseContact(db, SECRET)).toBe(true)
  expect(await holdersOf(SECRET)).toEqual([])
  expect(await findContact(db, SECRET)).toBeNull()
  expect((await listContacts(db, { limit: 10 })).items.map((one) => one.id)).toEqual(['other'])
  expect(await findContact(db, 'other')).toMatchObject({ attributes: { name: 'other' } })

  async function holdersOf(text: string): Promise<string[]> {
    const tables = await db.introspection.getTables()
    const holders: string[] = []
    for (const { name } of tables) {
      const found =
        await sql`select 1 from ${sql.table(name)} as one where one::text like ${`%${text}%`}`.execute(db)
      if (found.rows.length > 0) holders.push(name)
    }
    return holders
  }
})

test('open enrolments end as exited and are nudged, queued deliveries are blocked', async () => {
  const { db, enrolment, contact, ...test } = await knownContact()
  await using _ = test
  await eraseContact(db, SECRET)
  const enrolments = await db.selectFrom('enrolment').selectAll().where('contact_id', '=', contact).execute()
  expect(enrolments).toMatchObject([
    { id: enrolment, state: 'exited', ended_at: expect.any(Date), reason: null },
  ])
  expect(await db.selectFrom('wait').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('outbox').select(['kind', 'enrolment_id']).execute()).toEqual([
    { kind: 'nudge', enrolment_id: enrolment },
  ])
  const deliveries = await db.selectFrom('delivery').select('state').orderBy('key').execute()
  expect(deliveries).toEqual([{ state: 'blocked' }, { state: 'sent' }])
})

test('a contact of the same id afterwards is another one', async () => {
  const { db, ...test } = await knownContact()
  await using _ = test
  await eraseContact(db, SECRET)
  await ingestEvents(db, [event(SECRET, 'contact.followed')])
  expect(await findContact(db, SECRET)).toMatchObject({ attributes: {}, enrolments: [{ state: 'running' }] })
  expect(await eraseContact(db, SECRET)).toBe(true)
  expect(await eraseContact(db, SECRET)).toBe(false)
  expect(await eraseContact(db, randomId())).toBe(false)
})
