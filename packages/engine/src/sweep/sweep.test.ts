import { expect, test } from 'vitest'
import { pauseJourney } from '../journeys/pause-journey.ts'
import { exitEnrolment } from '../operator/exit-enrolment.ts'
import { chain, onboarding } from '../testing/journeys.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { repair } from './repair.ts'
import { sweep } from './sweep.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** Forgets what was to be told, as if Temporal had lost it. */
const lose = (stage: Stage) => stage.db.deleteFrom('outbox').execute()
const queued = async (stage: Stage) =>
  (await stage.db.selectFrom('outbox').select(['kind', 'enrolment_id as id']).orderBy('id').execute()).map(
    ({ kind, id }) => `${kind} ${id}`,
  )

test('a sweep touches what is overdue by more than a minute and nothing else', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.publish(chain({ points: ['award-points', { points: 'abc' }] }))
  const paused = await stage.publish(onboarding())
  await stage.send(['old', 'contact.followed'])
  stage.clock.at += DAY - MINUTE / 2
  await stage.send(['young', 'contact.followed'])
  stage.clock.at += MINUTE / 2 + 1
  await pauseJourney(stage.engine, paused)
  expect(await sweep(stage.engine)).toBe(0)
  stage.clock.at += MINUTE
  expect(await sweep(stage.engine)).toBe(1)
  const old = (await stage.enrolments()).filter(
    ({ contact, state }) => contact === 'old' && state === 'waiting',
  )
  expect(old).toHaveLength(2)
  const due = old.find(({ journey }) => journey !== paused)
  expect(await queued(stage)).toEqual([`nudge ${due?.id}`])
  expect(await sweep(stage.engine)).toBe(0)
})

test('a sweep finds answered waits, entries that never started and retries that never ran', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['answered', 'contact.followed'])
  await stage.ingest(['answered', 'order.paid'])
  await stage.ingest(['entered', 'contact.followed'])
  await lose(stage)
  stage.clock.at += MINUTE
  expect(await sweep(stage.engine)).toBe(0)
  stage.clock.at += 1
  await pauseJourney(stage.engine, journey)
  expect(await sweep(stage.engine)).toBe(0)
  await stage.db.updateTable('journey').set({ state: 'active' }).where('id', '=', journey).execute()
  expect(await sweep(stage.engine)).toBe(2)
  await stage.relay()
  expect((await stage.enrolments()).map(({ contact, node }) => [contact, node]).toSorted()).toEqual([
    ['answered', 'rest'],
    ['entered', 'pay'],
  ])
})

test('a repair queues every open enrolment once, page by page, and running them all repeats nothing', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  const people = Array.from({ length: 30 }, (_, n) => `p${n}`)
  await stage.send(...people.map((one) => [one, 'contact.followed'] as const))
  await stage.send(['out', 'contact.followed'])
  const out = (await stage.enrolments()).find(({ contact }) => contact === 'out')
  await exitEnrolment(stage.engine, out?.id ?? '')
  await lose(stage)
  expect(await repair(stage.engine, { page: 7 })).toBe(30)
  const nudges = await queued(stage)
  expect(new Set(nudges).size).toBe(30)
  const plans = await stage.relay()
  expect([...plans.values()]).toEqual(people.map(() => ({ kind: 'wait', delayMs: DAY })))
  expect(await stage.deliveries()).toHaveLength(31)
})
