import { setTimeout } from 'node:timers/promises'
import { type Db, drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { eraseContact } from '../contacts/erase-contact.ts'
import { findContact } from '../contacts/find-contact.ts'
import { event, eventsOf, publish } from '../test-support.ts'
import { ingestEvents } from './ingest-events.ts'

test('the same event again is a duplicate and has no effect', async () => {
  await using test = await testDatabase()
  await publish(test.db, { on: { event: 'contact.followed' }, reentry: { mode: 'always' } })
  const follow = event('hh-1', 'contact.followed')
  expect(await ingestEvents(test.db, [follow])).toEqual({ accepted: 1, duplicates: 0 })
  expect(await ingestEvents(test.db, [follow, follow])).toEqual({ accepted: 0, duplicates: 2 })
  expect(await eventsOf(test.db, 'hh-1')).toHaveLength(1)
  expect(await test.db.selectFrom('enrolment').selectAll().execute()).toHaveLength(1)
})

test('within one batch the first of a key counts, and a gap is left nowhere', async () => {
  await using test = await testDatabase()
  const batch = [
    event('a', 'order.paid', { id: 'x', data: { n: 1 } }),
    event('a', 'order.paid', { id: 'x', data: { n: 2 } }),
    event('a', 'order.paid', { id: 'x', source: 'till', data: { n: 3 } }),
    event('b', 'order.paid', { id: 'x' }),
  ]
  expect(await ingestEvents(test.db, batch)).toEqual({ accepted: 2, duplicates: 2 })
  const stored = await eventsOf(test.db, 'a')
  expect(stored.map((one) => [one.seq, one.data])).toEqual([
    [1, { n: 1 }],
    [2, { n: 3 }],
  ])
})

test('requests that send the same events at the same time accept each of them once', async () => {
  await using test = await testDatabase()
  await publish(test.db, { on: { event: 'contact.followed' }, reentry: { mode: 'always' } })
  const batch = Array.from({ length: 200 }, (_, n) => event(`hh-${n % 50}`, 'contact.followed'))
  const receipts = await Promise.all(
    [batch, batch.toReversed(), batch.slice(100), batch].map((events) => ingestEvents(test.db, events)),
  )
  expect(receipts.reduce((sum, one) => sum + one.accepted, 0)).toBe(200)
  const { count } = await test.db
    .selectFrom('enrolment')
    .select((one) => one.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  expect(count).toBe(200)
})

test('the same key for two contacts at the same time is accepted for one of them', async () => {
  await using test = await testDatabase()
  const rounds = Array.from({ length: 20 }, (_, round) =>
    ['a', 'b', 'c'].map((contact) => event(contact, 'order.paid', { id: `shared-${round}` })),
  )
  for (const events of rounds) {
    const receipts = await Promise.all(events.map((one) => ingestEvents(test.db, [one])))
    expect(receipts.map((one) => one.accepted).toSorted()).toEqual([0, 0, 1])
  }
})

test('requests with the same keys in opposite orders do not lock each other out', async () => {
  await using test = await testDatabase()
  await ingestEvents(test.db, [event('z', 'page.viewed')])
  const keys = Array.from({ length: 9 }, (_, n) => `key-${n}`)
  const requests = [keys, keys.toReversed()].map((ids, who) =>
    ids.map((id, n) => event(`${who}-${n}`, 'order.paid', { id })),
  )
  const receipts = await meanwhile(test.db, {
    // A third one holds the key in the middle, until both have gone as far as they can.
    held: sql`insert into event
      select id, 99, 'order.paid', now(), now(), '{}', 'api', 'key-4', true
      from contact where external_id = 'z'`,
    run: () => Promise.all(requests.map((one) => ingestEvents(test.db, one))),
    waiting: requests.length,
    finish: sql`delete from event where external_id = 'key-4'`,
  })
  expect(receipts.reduce((sum, one) => sum + one.accepted, 0)).toBe(keys.length)
})

test('an erased contact keeps its events as duplicates, also for another contact', async () => {
  await using test = await testDatabase()
  const paid = event('hh-1', 'order.paid', { id: 'ö-1', source: '店' })
  await ingestEvents(test.db, [paid])
  expect(await eraseContact(test.db, 'hh-1')).toBe(true)
  const again = event('hh-2', 'order.paid', { id: 'ö-1', source: '店' })
  expect(await ingestEvents(test.db, [paid, again])).toEqual({ accepted: 0, duplicates: 2 })
  const other = event('hh-1', 'order.paid', { id: 'ö-1', source: '店2' })
  expect(await ingestEvents(test.db, [other])).toEqual({ accepted: 1, duplicates: 0 })
})

test('a contact that is erased while its event waits for the lock comes into being anew', async () => {
  await using test = await testDatabase()
  await ingestEvents(test.db, [event('hh-1', 'page.viewed')])
  const receipt = await meanwhile(test.db, {
    held: sql`select from contact for update`,
    run: () => ingestEvents(test.db, [event('hh-1', 'order.paid')]),
    waiting: 1,
    finish: sql`update contact set external_id = null, erased_at = now()`,
  })
  expect(receipt).toEqual({ accepted: 1, duplicates: 0 })
  expect((await eventsOf(test.db, 'hh-1')).map((one) => one.type)).toEqual(['order.paid'])
})

interface Meanwhile<Result> {
  readonly held: RawBuilder<unknown>
  readonly run: () => Promise<Result>
  readonly waiting: number
  readonly finish: RawBuilder<unknown>
}

/** Runs `run` while another transaction holds something; finishes that one when so many wait for a lock. */
async function meanwhile<Result>(db: Db, { held, run, waiting, finish }: Meanwhile<Result>): Promise<Result> {
  const { result } = await db.transaction().execute(async (tx) => {
    await held.execute(tx)
    const result = run()
    await manyWait(db, waiting)
    await finish.execute(tx)
    // In an object: it can only end after this transaction has.
    return { result }
  })
  return result
}

async function manyWait(db: Db, count: number): Promise<void> {
  for (let left = 2000; left > 0; left--) {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
    if (rows.length >= count) return
    await setTimeout(5)
  }
  throw new Error('Nobody waits.')
}

test('an unknown contact is created, and an event without a date is dated by its arrival', async () => {
  await using test = await testDatabase()
  const clock = drivenClock(Date.parse('2026-03-01T00:00:00Z'))
  await ingestEvents(
    test.db,
    [event('new', 'page.viewed'), event('new', 'page.viewed', { at: '2020-01-01T00:00:00+01:00' })],
    { clock },
  )
  expect(await findContact(test.db, 'new')).toMatchObject({ id: 'new', points: 0, tier: null })
  const stored = await eventsOf(test.db, 'new')
  expect(stored.map((one) => one.at.toISOString())).toEqual([
    '2026-03-01T00:00:00.000Z',
    '2019-12-31T23:00:00.000Z',
  ])
  expect(stored.map((one) => one.stamp.getTime())).toEqual([clock.at, clock.at])
})

test('a clock that is set back never puts an event before the one that came earlier', async () => {
  await using test = await testDatabase()
  const clock = drivenClock(2_000_000)
  await ingestEvents(test.db, [event('a', 'page.viewed')], { clock })
  clock.at = 1_000_000
  await ingestEvents(test.db, [event('a', 'page.viewed'), event('b', 'page.viewed')], { clock })
  expect((await eventsOf(test.db, 'a')).map((one) => one.stamp.getTime())).toEqual([2_000_000, 2_000_000])
  expect((await eventsOf(test.db, 'b')).map((one) => one.stamp.getTime())).toEqual([1_000_000])
})

test('an empty request and one that is too long change nothing', async () => {
  await using test = await testDatabase()
  expect(await ingestEvents(test.db, [])).toEqual({ accepted: 0, duplicates: 0 })
  const many = Array.from({ length: 501 }, () => event('a', 'page.viewed'))
  await expect(ingestEvents(test.db, many)).rejects.toThrow()
  expect(await findContact(test.db, 'a')).toBeNull()
})
