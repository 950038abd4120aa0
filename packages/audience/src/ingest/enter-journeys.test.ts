import { type Db, drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import type { Reentry } from '@millrace/program'
import { expect, test } from 'vitest'
import { upsertContacts } from '../contacts/upsert-contacts.ts'
import { event, publish, rule } from '../test-support.ts'
import { ingestEvents } from './ingest-events.ts'

const START = Date.parse('2026-03-01T00:00:00Z')
const HOUR = 3_600_000

async function enrolments(db: Db) {
  return db.selectFrom('enrolment').selectAll().orderBy('entered_at').orderBy('cursor_seq').execute()
}

async function endAll(db: Db, at: number) {
  await db
    .updateTable('enrolment')
    .set({ state: 'completed', ended_at: new Date(at) })
    .execute()
}

const follow = () => event('hh-1', 'contact.followed')

test('an event enters its contact with itself as cursor, and has the workflow started', async () => {
  await using test = await testDatabase()
  const journey = await publish(test.db, { on: { event: 'contact.followed' } })
  const clock = drivenClock(START)
  await ingestEvents(test.db, [event('hh-1', 'page.viewed'), follow(), event('hh-1', 'order.paid')], {
    clock,
  })
  const [entered, ...others] = await enrolments(test.db)
  expect(others).toEqual([])
  expect(entered).toMatchObject({ journey_id: journey, version: 1, state: 'running', turn: 0 })
  expect(entered).toMatchObject({ event_seq: 2, cursor_seq: 2, cursor_at: new Date(START) })
  expect(entered?.entered_at).toEqual(new Date(START))
  const outbox = await test.db.selectFrom('outbox').select(['kind', 'enrolment_id']).execute()
  expect(outbox).toEqual([{ kind: 'start', enrolment_id: entered?.id }])
})

test('a paused journey records its entries, an archived one and a draft take none', async () => {
  await using test = await testDatabase()
  const paused = await publish(test.db, { on: { event: 'contact.followed' }, state: 'paused' })
  await publish(test.db, { on: { event: 'contact.followed' }, state: 'archived' })
  await ingestEvents(test.db, [follow()])
  expect((await enrolments(test.db)).map((one) => one.journey_id)).toEqual([paused])
})

test('a condition on the entering event and on its contact decides who comes in', async () => {
  await using test = await testDatabase()
  await publish(test.db, { on: { event: 'order.paid', where: rule('event.amount', '>', 10) } })
  await publish(test.db, { on: { event: 'order.paid', where: rule('contact.city', '=', '上海') } })
  await upsertContacts(test.db, [{ id: 'local', attributes: { city: '上海' } }])
  const paid = (contact: string, amount: number) => event(contact, 'order.paid', { data: { amount } })
  await ingestEvents(test.db, [paid('local', 5), paid('stranger', 5), paid('rich', 11)])
  expect(await enrolments(test.db)).toHaveLength(2)
})

test('by hand is no way in for events', async () => {
  await using test = await testDatabase()
  const journey = await publish(test.db, { on: { manual: true } })
  await test.db
    .insertInto('trigger')
    .values({ journey_id: journey, event_type: 'contact.followed' })
    .execute()
  await ingestEvents(test.db, [follow()])
  expect(await enrolments(test.db)).toEqual([])
})

const cases: [string, Reentry, number, number][] = [
  ['never: once, in flight or not', { mode: 'never' }, 1, 1],
  ['after-exit: again once it has ended', { mode: 'after-exit' }, 1, 2],
  ['after-exit with a cool-down: not before it is over', { mode: 'after-exit', coolDown: 'PT1H' }, 1, 1],
  ['always: each time, in flight or not', { mode: 'always' }, 3, 4],
]

test.each(cases)('re-entry %s', async (_, reentry, inOneBatch, afterExit) => {
  await using test = await testDatabase()
  await publish(test.db, { on: { event: 'contact.followed' }, reentry })
  const clock = drivenClock(START)
  await ingestEvents(test.db, [follow(), follow()], { clock })
  await ingestEvents(test.db, [follow()], { clock })
  expect(await enrolments(test.db)).toHaveLength(inOneBatch)
  await endAll(test.db, START)
  clock.at = START + HOUR - 1
  await ingestEvents(test.db, [follow()], { clock })
  expect(await enrolments(test.db)).toHaveLength(afterExit)
})

test('a cool-down is over on its millisecond, counted from the last exit', async () => {
  await using test = await testDatabase()
  const reentry = { mode: 'after-exit', coolDown: 'PT1H' } as const
  await publish(test.db, { on: { event: 'contact.followed' }, reentry })
  const clock = drivenClock(START)
  await ingestEvents(test.db, [follow()], { clock })
  await endAll(test.db, START + HOUR)
  clock.at = START + 2 * HOUR
  await ingestEvents(test.db, [follow(), follow()], { clock })
  expect(await enrolments(test.db)).toHaveLength(2)
})

test('a cool-down in calendar days is counted in the contact’s zone', async () => {
  await using test = await testDatabase()
  const reentry = { mode: 'after-exit', coolDown: 'P1D' } as const
  await publish(test.db, { on: { event: 'contact.followed' }, reentry })
  await upsertContacts(test.db, [{ id: 'hh-1', timeZone: 'Europe/Berlin' }])
  // The night in which the clock of Berlin skips an hour: this day has 23.
  const exit = Date.parse('2026-03-28T12:00:00+01:00')
  const clock = drivenClock(exit)
  await ingestEvents(test.db, [follow()], { clock })
  await endAll(test.db, exit)
  clock.at = exit + 23 * HOUR - 1
  await ingestEvents(test.db, [follow()], { clock })
  expect(await enrolments(test.db)).toHaveLength(1)
  clock.at = exit + 23 * HOUR
  await ingestEvents(test.db, [follow()], { clock })
  expect(await enrolments(test.db)).toHaveLength(2)
})

test('one event may enter several journeys', async () => {
  await using test = await testDatabase()
  await publish(test.db, { on: { event: 'contact.followed' } })
  await publish(test.db, { on: { event: 'contact.followed' }, reentry: { mode: 'always' } })
  await ingestEvents(test.db, [follow(), follow()])
  expect(await enrolments(test.db)).toHaveLength(3)
})
