import { type Db, systemClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseContact } from '../contacts/erase-contact.ts'
import { lockContacts } from '../contacts/lock-contacts.ts'
import { upsertContacts } from '../contacts/upsert-contacts.ts'
import { enrol } from '../enrol/enrol.ts'
import type { IncomingEvent } from '../events/event.ts'
import { importHistory } from '../history/import-history.ts'
import { event, eventsOf, publish } from '../test-support.ts'
import { ingestEvents } from './ingest-events.ts'

let test0: Awaited<ReturnType<typeof testDatabase>>
beforeAll(async () => {
  test0 = await testDatabase({ max: 20 })
})
afterAll(async () => {
  await test0[Symbol.asyncDispose]()
})

/** A contact of this run and a number in the order in which one sender sends. */
type Sent = readonly { readonly contact: number; readonly key: number }[]
const contactCount = 6
const batches = fc.array(
  fc.array(fc.record({ contact: fc.nat(contactCount - 1), key: fc.nat(40) }), {
    minLength: 1,
    maxLength: 25,
  }),
  { minLength: 2, maxLength: 10 },
)

let runs = 0

function eventsFor(run: number, sent: Sent): IncomingEvent[] {
  return sent.map(({ contact, key }) =>
    event(`r${run}-${contact}`, key % 3 === 0 ? 'contact.followed' : 'order.paid', {
      id: `r${run}-k${key}-c${contact}`,
    }),
  )
}

test('any requests at once leave each contact one order: no gap, no stamp before an earlier one', async () => {
  await publish(test0.db, { on: { event: 'contact.followed' }, reentry: { mode: 'always' } })
  await fc.assert(
    fc.asyncProperty(batches, async (sent) => {
      const run = ++runs
      const requests = sent.map((batch) => eventsFor(run, batch))
      const receipts = await Promise.all(requests.map((events) => ingestEvents(test0.db, events)))
      const distinct = new Set(requests.flat().map((one) => one.id))
      expect(receipts.reduce((sum, one) => sum + one.accepted, 0)).toBe(distinct.size)
      for (let contact = 0; contact < contactCount; contact++)
        await expectOneOrder(test0.db, `r${run}-${contact}`)
    }),
    { numRuns: 40 },
  )
})

async function expectOneOrder(db: Db, contact: string): Promise<void> {
  const stored = await eventsOf(db, contact)
  expect(stored.map((one) => one.seq)).toEqual(stored.map((_, index) => index + 1))
  const stamps = stored.map((one) => one.stamp.getTime())
  expect(stamps).toEqual(stamps.toSorted((a, b) => a - b))
  const row = await db.selectFrom('contact').selectAll().where('external_id', '=', contact).executeTakeFirst()
  expect(row?.last_seq ?? 0).toBe(stored.length)
  expect(row?.last_at.getTime() ?? 0).toBe(stamps.at(-1) ?? 0)
}

test('one request keeps the order in which its events stand', async () => {
  const sent = Array.from({ length: 300 }, (_, n) =>
    event(`order-${(n * 7) % 5}`, 'order.paid', { data: { n } }),
  )
  await ingestEvents(test0.db, sent)
  for (let contact = 0; contact < 5; contact++) {
    const stored = await eventsOf(test0.db, `order-${contact}`)
    const expected = sent.filter((one) => one.contact === `order-${contact}`).map((one) => one.data)
    expect(stored.map((one) => one.data)).toEqual(expected)
  }
})

test('requests of every kind over the same contacts never lock each other out', async () => {
  const { db } = test0
  const journey = await publish(db, { on: { event: 'storm.began' }, reentry: { mode: 'after-exit' } })
  const names = Array.from({ length: 30 }, (_, n) => `storm-${n}`)
  let state = 7
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * below)
  }
  const some = (count: number) => Array.from({ length: count }, () => names[random(names.length)] ?? '')
  const storm = (kind: number): Promise<unknown> => {
    const chosen = some(20)
    if (kind === 0)
      return upsertContacts(
        db,
        chosen.map((id) => ({ id, attributes: { n: random(9) } })),
      )
    if (kind === 1)
      return importHistory(
        db,
        chosen.map((one) => event(one, 'order.paid')),
      )
    if (kind === 2) return eraseContact(db, chosen[0] ?? '')
    if (kind === 3) return enrolByHand(db, journey, chosen)
    return ingestEvents(
      db,
      chosen.map((one) => event(one, random(2) === 0 ? 'storm.began' : 'order.paid')),
    )
  }
  const workers = Array.from({ length: 8 }, async () => {
    for (let round = 0; round < 25; round++) await storm(random(8))
  })
  await Promise.all(workers)
  const { rows } = {
    rows: await db.selectFrom('enrolment').selectAll().where('journey_id', '=', journey).execute(),
  }
  expect(rows.length).toBeGreaterThan(10)
  const open = rows.filter((one) => one.ended_at === null).map((one) => one.contact_id)
  expect(new Set(open).size).toBe(open.length)
  for (const name of names) {
    const seqs = (await eventsOf(db, name)).map((one) => one.seq)
    expect(seqs).toEqual(seqs.map((_, index) => index + 1))
  }
})

async function enrolByHand(db: Db, journeyId: string, externalIds: string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const contacts = await lockContacts(tx, { externalIds }, systemClock)
    const requests = contacts.map((contact) => ({
      contactId: contact.id,
      journeyId,
      version: 1,
      reentry: { mode: 'after-exit' } as const,
      zone: 'UTC',
      cursor: { seq: contact.last_seq, at: contact.now },
      eventSeq: null,
    }))
    await enrol(tx, requests)
  })
}
