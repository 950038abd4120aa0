import { type Db, drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import type { Leg } from '@millrace/program'
import { expect, test } from 'vitest'
import { upsertContacts } from '../contacts/upsert-contacts.ts'
import { answerOf, event, eventLeg, openWait, publish, rule } from '../test-support.ts'
import { ingestEvents } from './ingest-events.ts'

const START = Date.parse('2026-03-01T00:00:00Z')
const DUE = START + 3_600_000

/** A contact that has just followed and now waits. */
async function waiting(db: Db, legs: readonly Leg[], contact = 'hh-1') {
  const clock = drivenClock(START)
  const journey = await publish(db, { on: { event: 'contact.followed' } })
  await ingestEvents(db, [event(contact, 'contact.followed')], { clock })
  await db.deleteFrom('outbox').execute()
  return { clock, journey, enrolment: await openWait(db, { contact, journey, legs }) }
}

const paidLeg = eventLeg('order.paid', { from: START, due: DUE })

test('an event answers the wait in its own transaction and has the workflow nudged', async () => {
  await using test = await testDatabase()
  const { clock, enrolment } = await waiting(test.db, [paidLeg])
  clock.at = START + 5
  await ingestEvents(test.db, [event('hh-1', 'page.viewed'), event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toEqual({ seq: 3, leg: 0, at: START + 5 })
  const queued = await test.db.selectFrom('outbox').select(['kind', 'enrolment_id']).execute()
  expect(queued).toEqual([{ kind: 'nudge', enrolment_id: enrolment }])
})

test('the first of several matching events answers, in the order given', async () => {
  await using test = await testDatabase()
  const { clock, enrolment } = await waiting(test.db, [paidLeg])
  await ingestEvents(test.db, [event('hh-1', 'order.paid'), event('hh-1', 'order.paid')], { clock })
  await ingestEvents(test.db, [event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ seq: 2 })
  expect(await test.db.selectFrom('outbox').selectAll().execute()).toHaveLength(1)
})

test('an event in the last millisecond before the deadline answers', async () => {
  await using test = await testDatabase()
  const { clock, enrolment } = await waiting(test.db, [paidLeg])
  clock.at = DUE - 1
  await ingestEvents(test.db, [event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ at: DUE - 1 })
})

test('an event at the deadline never answers, whatever date its source gives it', async () => {
  await using test = await testDatabase()
  const { clock, enrolment } = await waiting(test.db, [paidLeg])
  clock.at = DUE
  await ingestEvents(test.db, [event('hh-1', 'order.paid', { at: '2026-03-01T00:00:01Z' })], { clock })
  expect(await answerOf(test.db, enrolment)).toBeNull()
})

test('an event answers the leg whose time it is', async () => {
  await using test = await testDatabase()
  const legs = [paidLeg, eventLeg('order.paid', { from: DUE, due: DUE + 1000 })]
  const { clock, enrolment } = await waiting(test.db, legs)
  clock.at = DUE
  await ingestEvents(test.db, [event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ leg: 1 })
})

test('a condition on the event lets the others pass', async () => {
  await using test = await testDatabase()
  const where = rule('event.amount', '>=', 100)
  const { clock, enrolment } = await waiting(test.db, [
    eventLeg('order.paid', { from: START, due: DUE, where }),
  ])
  const batch = [99, 100, 101].map((amount) => event('hh-1', 'order.paid', { data: { amount } }))
  await ingestEvents(test.db, batch, { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ seq: 3 })
})

test('a condition on the contact reads its attributes, tags and points as they are', async () => {
  await using test = await testDatabase()
  const where = rule('contact.level', '=', 'gold')
  const { clock, enrolment } = await waiting(test.db, [
    eventLeg('order.paid', { from: START, due: DUE, where }),
  ])
  await ingestEvents(test.db, [event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toBeNull()
  await upsertContacts(test.db, [{ id: 'hh-1', attributes: { level: 'gold' } }])
  await ingestEvents(test.db, [event('hh-1', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ seq: 3 })
})

test('a condition that counts events counts those up to and including the one tested', async () => {
  await using test = await testDatabase()
  const match = { mode: 'atLeast', threshold: 2 } as const
  const value = { combinator: 'and', rules: [] } as const
  const where = {
    combinator: 'and',
    rules: [{ field: 'events.order.paid', operator: '=', value, match }],
  } as const
  const { clock, enrolment } = await waiting(test.db, [
    eventLeg('order.paid', { from: START, due: DUE, where }),
  ])
  const batch = [1, 2, 3].map(() => event('hh-1', 'order.paid'))
  await ingestEvents(test.db, batch, { clock })
  expect(await answerOf(test.db, enrolment)).toMatchObject({ seq: 3 })
})

test('a zoneless time in a condition is read in the contact’s zone, or else in the journey’s', async () => {
  await using test = await testDatabase()
  await upsertContacts(test.db, [{ id: 'utc', timeZone: 'UTC' }])
  const value = rule('at', '<', '2026-03-01T00:00:00')
  const rules = [{ field: 'events.shop.visited', operator: '=', value, match: { mode: 'some' } }] as const
  const legs = [eventLeg('order.paid', { from: START, due: DUE, where: { combinator: 'and', rules } })]
  const own = await waiting(test.db, legs, 'utc')
  const other = await waiting(test.db, legs, 'shanghai')
  // After midnight in Shanghai, before midnight in UTC.
  const at = '2026-02-28T20:00:00Z'
  const batch = ['utc', 'shanghai'].flatMap((contact) => [
    event(contact, 'shop.visited', { at }),
    event(contact, 'order.paid'),
  ])
  await ingestEvents(test.db, batch, { clock: own.clock })
  expect(await answerOf(test.db, own.enrolment)).not.toBeNull()
  expect(await answerOf(test.db, other.enrolment)).toBeNull()
})

test('only the contact’s own waits are answered', async () => {
  await using test = await testDatabase()
  const { clock, enrolment } = await waiting(test.db, [paidLeg])
  await ingestEvents(test.db, [event('hh-2', 'order.paid')], { clock })
  expect(await answerOf(test.db, enrolment)).toBeNull()
})
