import { type Db, drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import type { Condition, Leg } from '@millrace/program'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lockContacts } from './contacts/lock-contacts.ts'
import { firstAnswer } from './first-answer.ts'
import { importHistory } from './history/import-history.ts'
import { ingestEvents } from './ingest/ingest-events.ts'
import { answerOf, event, eventLeg, openWait, publish, rule } from './test-support.ts'

const START = 1_000_000
const clock = drivenClock(START)

async function lookBack(db: Db, contact: string, legs: readonly Leg[], seq = 1) {
  return db.transaction().execute(async (tx) => {
    const [locked] = await lockContacts(tx, { externalIds: [contact] }, clock)
    if (locked === undefined) throw new Error(`There is no ${contact}.`)
    return firstAnswer(tx, { contact: locked, zone: 'UTC', legs, cursor: { seq, at: START } })
  })
}

test('an event that came between the entry and the wait answers', async () => {
  await using test = await testDatabase()
  clock.at = START
  await ingestEvents(test.db, [event('a', 'contact.followed'), event('a', 'order.paid')], { clock })
  const legs = [eventLeg('order.paid', { from: START, due: START + 1000 })]
  expect(await lookBack(test.db, 'a', legs)).toEqual({ leg: 0, seq: 2, at: START })
})

test('the cursor’s own event, other types, other contacts and history do not answer', async () => {
  await using test = await testDatabase()
  clock.at = START
  await ingestEvents(test.db, [event('a', 'order.paid'), event('a', 'page.viewed')], { clock })
  await ingestEvents(test.db, [event('b', 'order.paid'), event('b', 'order.paid')], { clock })
  await importHistory(test.db, [event('a', 'order.paid')], { clock })
  const legs = [eventLeg('order.paid', { from: START, due: START + 1000 })]
  expect(await lookBack(test.db, 'a', legs)).toBeNull()
})

test('a condition finds its event behind more others than one page holds', async () => {
  await using test = await testDatabase()
  clock.at = START
  await ingestEvents(test.db, [event('a', 'contact.followed')], { clock })
  const paid = Array.from({ length: 450 }, (_, amount) => event('a', 'order.paid', { data: { amount } }))
  await ingestEvents(test.db, paid, { clock })
  const where = rule('event.amount', '=', 430)
  const legs = [eventLeg('order.paid', { from: START, due: START + 1000, where })]
  expect(await lookBack(test.db, 'a', legs)).toMatchObject({ seq: 432 })
})

const conditions: readonly (Condition | undefined)[] = [
  undefined,
  rule('event.amount', '>', 5),
  rule('contact.level', '=', 'gold'),
  {
    combinator: 'and',
    rules: [
      {
        field: 'events.order.paid',
        operator: '=',
        value: rule('data.amount', '>', 2),
        match: { mode: 'atLeast', threshold: 2 },
      },
    ],
  },
  {
    combinator: 'and',
    rules: [
      {
        field: 'events.page.viewed',
        operator: '=',
        value: rule('at', 'withinLast', 'PT1S'),
        match: { mode: 'some' },
      },
    ],
  },
]
const type = fc.constantFrom('order.paid', 'page.viewed')
const legArbitrary = fc.record({ type, length: fc.nat(8), where: fc.constantFrom(...conditions) })
const eventArbitrary = fc.record({ type, amount: fc.nat(9), after: fc.nat(2), history: fc.nat(9) })

test('what comes before the wait is written answers as it would have answered the open wait', async () => {
  await using test = await testDatabase()
  const { db } = test
  const journey = await publish(db, { on: { event: 'contact.followed' } })
  const seen = { answered: 0, open: 0 }
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(legArbitrary, { minLength: 1, maxLength: 3 }),
      fc.array(eventArbitrary, { maxLength: 8 }),
      async (specs, sent) => {
        const contact = `contact-${++run}`
        const legs: Leg[] = []
        let from = START
        for (const { type, length, where } of specs) {
          legs.push(eventLeg(type, { from, due: from + length, ...(where && { where }) }))
          from += length
        }
        clock.at = START
        await ingestEvents(db, [event(contact, 'contact.followed')], { clock })
        const enrolment = await openWait(db, { contact, journey, legs })
        for (const { type, amount, after, history } of sent) {
          clock.at += after
          const one = event(contact, type, { data: { amount } })
          if (history === 0) await importHistory(db, [one], { clock })
          else await ingestEvents(db, [one], { clock })
        }
        const claimed = await answerOf(db, enrolment)
        expect(await lookBack(db, contact, legs)).toEqual(claimed)
        seen[claimed === null ? 'open' : 'answered']++
      },
    ),
    { numRuns: 200 },
  )
  expect(Math.min(seen.answered, seen.open)).toBeGreaterThan(20)
})
