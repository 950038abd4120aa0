import { newId } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { attentionList } from './attention-list.ts'
import { enrolmentTrace } from './enrolment-trace.ts'
import { journeyCounts } from './journey-counts.ts'
import { journeyStats } from './journey-stats.ts'
import { listDeliveries } from './list-deliveries.ts'
import { findEnrolment, listEnrolments } from './list-enrolments.ts'
import { saveSteps } from './save-steps.ts'
import { enrolled, journeyWithContact, leg, START, waiting } from './testing.ts'

const step = (node: string, port: string | null, n: number) => ({
  node,
  kind: 'k',
  port,
  at: START + n,
  turn: 0,
  step: n,
})

test('counts add up at every node: visits are exits, those who wait, those who are stuck and those who stand', async () => {
  await using database = await testDatabase()
  const { db } = database
  const { journey, contact, clock } = await journeyWithContact(db)
  const of = { journey, contact }
  await enrolled(db, { ...of, state: 'running' })
  await enrolled(db, { ...of, state: 'paused' })
  const stuck = await enrolled(db, { ...of, state: 'needs-attention', node: 'gift' })
  const asleep = await enrolled(db, { ...of })
  const stuckAsleep = await enrolled(db, { ...of, state: 'needs-attention', node: 'w' })
  await waiting(db, { ...of, enrolment: asleep }, { legs: [leg('d', 'sleep', 0), leg('w', 'event', 9)] })
  await waiting(db, { ...of, enrolment: stuckAsleep }, { legs: [leg('w', 'event', 9)] })
  const done = await enrolled(db, { ...of, state: 'completed', node: 'constructor' })
  await db.transaction().execute(async (tx) => {
    for (const enrolment of [stuck, asleep, done])
      await saveSteps(tx, { enrolment, journey, version: 1, steps: [step('in', 'next', 0)] })
    await saveSteps(tx, { enrolment: done, journey, version: 1, steps: [step('constructor', null, 1)] })
  })
  expect(await journeyCounts({ db, clock }, journey)).toEqual({
    in: { entered: 5, waiting: 0, failed: 0, left: { next: 3 } },
    gift: { entered: 1, waiting: 0, failed: 1, left: {} },
    d: { entered: 1, waiting: 0, failed: 0, left: { next: 1 } },
    w: { entered: 2, waiting: 1, failed: 1, left: {} },
    constructor: { entered: 1, waiting: 0, failed: 0, left: {} },
  })
  expect((await journeyStats(db)).get(journey)).toEqual({ entered: 6, inFlight: 5, needsAttention: 2 })
})

test('a list is paged newest first without a gap, also where many entered at the same moment', async () => {
  await using database = await testDatabase()
  const { db } = database
  const { journey, contact, clock } = await journeyWithContact(db)
  for (let n = 0; n < 25; n++)
    await enrolled(db, { journey, contact, enteredAt: START + Math.floor(n / 10), state: 'completed' })
  const seen: string[] = []
  const times: number[] = []
  let cursor: string | undefined
  do {
    const { items, next } = await listEnrolments({ db, clock }, { journey, limit: 4, cursor })
    seen.push(...items.map(({ id }) => id))
    times.push(...items.map(({ enteredAt }) => enteredAt.getTime()))
    cursor = next ?? undefined
  } while (cursor !== undefined)
  expect(new Set(seen).size).toBe(25)
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})

test('a list is filtered by journey, contact and state, and unknown ones are empty', async () => {
  await using database = await testDatabase()
  const { db } = database
  const { journey, contact, clock } = await journeyWithContact(db)
  const reading = { db, clock }
  const id = await enrolled(db, { journey, contact, state: 'needs-attention', node: 'gift' })
  await enrolled(db, { journey, contact, state: 'completed' })
  const count = async (filter: object) => (await listEnrolments(reading, filter)).items.length
  expect(await count({ journey })).toBe(2)
  expect(await count({ contact: 'a' })).toBe(2)
  expect(await count({ contact: 'b' })).toBe(0)
  expect(await count({ journey: newId() })).toBe(0)
  expect(await count({ journey: 'no uuid' })).toBe(0)
  expect(await count({ state: 'completed' })).toBe(1)
  const { id: installation } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()
  expect((await attentionList(reading)).items).toMatchObject([
    { id, contact: 'a', journeyName: 'J', workflowId: `${installation}/${id}` },
  ])
  expect(await findEnrolment(reading, id)).toMatchObject({ id })
  expect(await findEnrolment(reading, newId())).toBeNull()
  expect(await enrolmentTrace(reading, newId())).toBeNull()
  expect(await enrolmentTrace(reading, id)).toEqual([])
  await expect(listEnrolments(reading, { cursor: 'abc' })).rejects.toMatchObject({ status: 'invalid' })
})

test('messages are listed newest first; one on its way to the provider still shows as queued', async () => {
  await using database = await testDatabase()
  const { db } = database
  const { journey, contact } = await journeyWithContact(db)
  const enrolment = await enrolled(db, { journey, contact })
  for (const [n, state] of (['queued', 'sending', 'sent', 'failed'] as const).entries())
    await db
      .insertInto('delivery')
      .values({
        ...{ id: newId(), key: `k${n}`, enrolment_id: enrolment, journey_id: journey, contact_id: contact },
        ...{ node: 'hello', channel: 'inbox', title: null, text: 'x', state, at: new Date(START) },
        not_before: new Date(START),
        receipt: state === 'failed' ? JSON.stringify({ reason: 'refused' }) : null,
      })
      .execute()
  const { items } = await listDeliveries(db, { contact: 'a' })
  expect(items.map(({ key, state }) => [key, state])).toEqual([
    ['k3', 'failed'],
    ['k2', 'sent'],
    ['k1', 'queued'],
    ['k0', 'queued'],
  ])
  expect(items[0]).toMatchObject({ receipt: { reason: 'refused' }, enrolment, journey })
  expect((await listDeliveries(db, { state: 'queued', journey })).items).toHaveLength(2)
  const first = await listDeliveries(db, { limit: 3 })
  const rest = await listDeliveries(db, { limit: 3, cursor: first.next ?? undefined })
  expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(['k3', 'k2', 'k1', 'k0'])
  expect(rest.next).toBeNull()
})
