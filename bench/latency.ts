import { ingestEvents } from '@millrace/audience'
import type { Db } from '@millrace/database'
import { onboarding } from '../test/fixtures/journeys.ts'
import { print, quantile } from './support/figures.ts'
import { startProgram } from './support/process.ts'
import { addPeople, clock, event, openShop } from './support/shop.ts'
import type { Stage, StageDatabase } from './support/stage.ts'

const CONTACTS = 1000
const PER_SECOND = 50
const SETTLE_MS = 4000

const journey = onboarding({ firstWait: 'PT1H', pause: 'PT1H' })

/** From an accepted event to the step that it moved its contact on by, at 50 events a second. */
export async function latency(stage: Stage): Promise<void> {
  for (const { cache, name, goal } of [
    { cache: '2000', name: 'workflows cached', goal: '150' },
    { cache: '20', name: 'cache of 20', goal: '500' },
  ]) {
    const waits = await stage.withDatabase((database) => measure(stage, database, cache))
    print(`event → moved on, p50, ${name}`, `${quantile(waits, 0.5).toFixed(0)} ms`)
    print(`event → moved on, p99, ${name}`, `${quantile(waits, 0.99).toFixed(0)} ms`, `< ${goal} ms`)
  }
}

async function measure(stage: Stage, { url, db }: StageDatabase, cache: string): Promise<number[]> {
  await openShop(db, journey)
  const people = Array.from({ length: CONTACTS }, (_, i) => `bench-${i}`)
  await addPeople(db, people)
  await using _worker = startProgram('apps/worker/src/main.ts', {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: stage.temporalAddress,
    MILLRACE_WORKFLOW_CACHE: cache,
    MILLRACE_SWEEP_SECONDS: '0',
  })
  for (let from = 0; from < CONTACTS; from += 500) {
    const batch = people.slice(from, from + 500).map((contact) => event(contact, 'contact.followed'))
    await ingestEvents(db, batch, { clock })
  }
  await waiting(db, CONTACTS)
  await pause(SETTLE_MS)
  const began = performance.now()
  for (const [i, contact] of people.entries()) {
    await pause(began + (i * 1000) / PER_SECOND - performance.now())
    await ingestEvents(db, [event(contact, 'order.paid', { amount: 99 })], { clock })
  }
  await pause(SETTLE_MS)
  return movedAfter(db)
}

async function waiting(db: Db, count: number): Promise<void> {
  for (;;) {
    const { n } = await db
      .selectFrom('wait')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    if (n >= count) return
    await pause(100)
  }
}

/** Milliseconds from the stamp of each payment to the block that took it up. */
async function movedAfter(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('enrolment', 'enrolment.contact_id', 'event.contact_id')
    .where('event.type', '=', 'order.paid')
    .select(['event.stamp', 'enrolment.updated_at', 'enrolment.turn'])
    .execute()
  if (rows.some(({ turn }) => turn < 2)) throw new Error('Not every payment has moved its contact on.')
  return rows.map(({ stamp, updated_at }) => updated_at.getTime() - stamp.getTime())
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))
