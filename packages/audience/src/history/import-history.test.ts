import { drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { eraseContact } from '../contacts/erase-contact.ts'
import type { IncomingEvent } from '../events/event.ts'
import { ingestEvents } from '../ingest/ingest-events.ts'
import { answerOf, event, eventLeg, eventsOf, openWait, publish } from '../test-support.ts'
import { importHistory } from './import-history.ts'

test('history enters nobody and answers no wait', async () => {
  await using test = await testDatabase()
  const journey = await publish(test.db, { on: { event: 'contact.followed' }, reentry: { mode: 'always' } })
  const clock = drivenClock(1000)
  await ingestEvents(test.db, [event('a', 'contact.followed')], { clock })
  const legs = [eventLeg('order.paid', { from: 0, due: 10_000 })]
  const enrolment = await openWait(test.db, { contact: 'a', journey, legs })
  const history = ['contact.followed', 'order.paid'].map((type) => event('a', type))
  expect(await importHistory(test.db, history, { clock })).toEqual({ accepted: 2, duplicates: 0 })
  expect(await answerOf(test.db, enrolment)).toBeNull()
  expect(await test.db.selectFrom('enrolment').selectAll().execute()).toHaveLength(1)
  expect((await eventsOf(test.db, 'a')).map((one) => one.live)).toEqual([true, false, false])
})

test('history and live events share their keys, also those of erased contacts', async () => {
  await using test = await testDatabase()
  const [live, history, erased] = ['a', 'a', 'b'].map((contact) => event(contact, 'order.paid'))
  if (!live || !history || !erased) throw new Error('Three were made.')
  await ingestEvents(test.db, [live, erased])
  await eraseContact(test.db, 'b')
  expect(await importHistory(test.db, [live, history, history, erased])).toEqual({
    accepted: 1,
    duplicates: 3,
  })
  expect(await ingestEvents(test.db, [history])).toEqual({ accepted: 0, duplicates: 1 })
})

test('a long history keeps each contact’s order over all chunks, and adds nothing the second time', async () => {
  await using test = await testDatabase()
  const sent = Array.from({ length: 12_000 }, (_, n) =>
    event(`c-${(n * 31) % 700}`, 'order.paid', { data: { n } }),
  )
  expect(await importHistory(test.db, stream(sent))).toEqual({ accepted: 12_000, duplicates: 0 })
  const stored = await eventsOf(test.db, 'c-62')
  expect(stored.map((one) => one.data)).toEqual(
    sent.filter((one) => one.contact === 'c-62').map((one) => one.data),
  )
  expect(stored.map((one) => one.seq)).toEqual(stored.map((_, index) => index + 1))
  expect(await importHistory(test.db, sent)).toEqual({ accepted: 0, duplicates: 12_000 })
})

test('odd text comes through unchanged', async () => {
  await using test = await testDatabase()
  const data = {
    quote: '"',
    slash: '\\',
    tab: '\t',
    line: 'a\r\nb',
    null: '\\N',
    braces: '{},',
    emoji: '😀',
    one: '\u0001',
  }
  await importHistory(test.db, [event('a"\\,{}', 'order.paid', { id: '\\N', data })])
  expect(await eventsOf(test.db, 'a"\\,{}')).toMatchObject([{ id: '\\N', data }])
})

test('a source that breaks off leaves a prefix, and all of it again is safe', async () => {
  await using test = await testDatabase()
  const sent = Array.from({ length: 11_000 }, (_, n) => event(`c-${n % 10}`, 'order.paid'))
  await expect(importHistory(test.db, stream(sent, 10_500))).rejects.toThrow('broken off')
  const { accepted, duplicates } = await importHistory(test.db, sent)
  expect(duplicates).toBeGreaterThan(0)
  expect(accepted + duplicates).toBe(11_000)
  expect(await importHistory(test.db, sent)).toEqual({ accepted: 0, duplicates: 11_000 })
})

async function* stream(
  events: readonly IncomingEvent[],
  until = events.length,
): AsyncGenerator<IncomingEvent> {
  yield* events.slice(0, until)
  if (until < events.length) throw new Error('broken off')
}
