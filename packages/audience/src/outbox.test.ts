import { type Db, drivenClock, randomId } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import pg from 'pg'
import { expect, test } from 'vitest'
import { OUTBOX_CHANNEL, type Pace, queueNudge, queueStart, takeOutbox } from './outbox.ts'

const ids = (count: number) => Array.from({ length: count }, randomId)
const none = async () => ({ failed: [] })

async function start(db: Db, enrolments: readonly string[]): Promise<void> {
  await db.transaction().execute((tx) => queueStart(tx, enrolments))
}

async function nudge(db: Db, enrolments: readonly string[], pace: Pace): Promise<void> {
  await db.transaction().execute((tx) => queueNudge(tx, enrolments, pace))
}

test('rows are handed over in the order in which they were queued, and are then gone', async () => {
  await using test = await testDatabase()
  const queued = ids(5)
  await start(test.db, queued)
  const seen: string[] = []
  const take = () =>
    takeOutbox(test.db, { limit: 3 }, async (rows) => {
      seen.push(...rows.map((row) => row.enrolment_id))
      return { failed: [] }
    })
  expect([await take(), await take(), await take()]).toEqual([3, 2, 0])
  expect(seen).toEqual(queued)
})

test('a row that failed comes again after a back-off that grows', async () => {
  await using test = await testDatabase()
  const clock = drivenClock(Date.parse('2026-03-01T00:00:00Z'))
  await start(test.db, ids(2))
  const attempts: number[] = []
  const failFirst = () =>
    takeOutbox(test.db, { limit: 10, clock }, async (rows) => {
      attempts.push(...rows.map((row) => row.attempts))
      return { failed: rows.slice(0, 1).map((row) => row.id) }
    })
  expect(await failFirst()).toBe(2)
  expect(await failFirst()).toBe(0)
  clock.at += 500
  expect(await failFirst()).toBe(1)
  clock.at += 500
  expect(await failFirst()).toBe(0)
  clock.at += 500
  expect(await failFirst()).toBe(1)
  expect(attempts).toEqual([0, 0, 1, 2])
})

test('when handling throws, all rows stay as they were', async () => {
  await using test = await testDatabase()
  await start(test.db, ids(3))
  const broken = takeOutbox(test.db, { limit: 10 }, () => Promise.reject(new Error('gone')))
  await expect(broken).rejects.toThrow('gone')
  expect(await takeOutbox(test.db, { limit: 10 }, none)).toBe(3)
})

test('relays side by side take each row once and do not wait for each other', async () => {
  await using test = await testDatabase()
  await start(test.db, ids(200))
  const seen: number[] = []
  const { promise: allIn, resolve } = Promise.withResolvers<void>()
  let inside = 0
  const relay = () =>
    takeOutbox(test.db, { limit: 50 }, async (rows) => {
      seen.push(...rows.map((row) => row.id))
      if (++inside === 4) resolve()
      await allIn
      return { failed: [] }
    })
  await Promise.all([relay(), relay(), relay(), relay()])
  expect(new Set(seen).size).toBe(200)
  expect(seen).toHaveLength(200)
})

test('a row of a transaction that was open meanwhile is not passed over', async () => {
  await using test = await testDatabase()
  const late = test.db.transaction().execute(async (tx) => {
    await queueStart(tx, ids(1))
    await start(test.db, ids(1))
    expect(await takeOutbox(test.db, { limit: 10 }, none)).toBe(1)
  })
  await late
  expect(await takeOutbox(test.db, { limit: 10 }, none)).toBe(1)
})

test('paced nudges go one after the other', async () => {
  await using test = await testDatabase()
  const clock = drivenClock(Date.parse('2026-03-01T00:00:00Z'))
  await nudge(test.db, ids(10), { notBefore: new Date(clock.at + 1000), perSecond: 4 })
  const taken: number[] = []
  for (let step = 0; step <= 4; step++) {
    taken.push(await takeOutbox(test.db, { limit: 100, clock }, none))
    clock.at += 1000
  }
  expect(taken).toEqual([0, 1, 4, 4, 1])
})

test('whoever listens hears of it after the commit, once per transaction', async () => {
  await using test = await testDatabase()
  const client = new pg.Client({ connectionString: test.url })
  await client.connect()
  const heard: string[] = []
  const { promise: any, resolve } = Promise.withResolvers<void>()
  client.on('notification', ({ channel }) => {
    heard.push(channel)
    resolve()
  })
  await client.query(`listen ${OUTBOX_CHANNEL}`)
  await test.db.transaction().execute(async (tx) => {
    await queueStart(tx, ids(3))
    await queueNudge(tx, ids(3))
    await queueNudge(tx, [])
  })
  await any
  await client.query('select 1')
  await client.end()
  expect(heard).toEqual([OUTBOX_CHANNEL])
})
