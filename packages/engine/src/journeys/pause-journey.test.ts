import { expect, test } from 'vitest'
import { takeDeliveries } from '../deliveries/take-deliveries.ts'
import { retryEnrolment } from '../operator/resume-enrolment.ts'
import { chain, onboarding } from '../testing/journeys.ts'
import { openStage, START } from '../testing/stage.ts'
import { archiveJourney } from './archive-journey.ts'
import { pauseJourney, resumeJourney } from './pause-journey.ts'

const DAY = 86_400_000
const inbox = {
  id: 'inbox',
  address: null,
  batch: 100,
  idempotent: true,
  send: async (messages: readonly unknown[]) => messages.map(() => ({ state: 'delivered' }) as const),
}

test('while a journey is paused entries are recorded and nothing acts; on resume it goes on', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await pauseJourney(stage.engine, journey)
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  expect(await stage.only()).toMatchObject({ state: 'paused', enteredAt: new Date(START) })
  expect(await stage.deliveries()).toEqual([])
  stage.clock.at += DAY
  await resumeJourney(stage.engine, journey)
  await stage.relay()
  expect(await stage.way(id)).toBe('follow>next coupon>next hello>next')
  expect(await stage.only()).toMatchObject({ state: 'waiting', wakeAt: new Date(START + 2 * DAY) })
})

test('while a journey is paused events answer and clocks run; on resume both go on by their own times', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['payer', 'contact.followed'], ['silent', 'contact.followed'], ['new', 'contact.viewed'])
  await pauseJourney(stage.engine, journey)
  stage.clock.at += DAY / 2
  await stage.send(['payer', 'order.paid'])
  await stage.pass(DAY)
  await stage.send(['silent', 'order.paid'])
  const states = (await stage.enrolments()).map(({ state }) => state)
  expect(states).toEqual(['paused', 'paused'])
  expect(await stage.deliveries()).toHaveLength(2)
  await resumeJourney(stage.engine, journey)
  stage.clock.at += 1000
  await stage.relay()
  const ways = new Map<string | null, string>()
  for (const { id, contact } of await stage.enrolments()) ways.set(contact, await stage.way(id))
  expect(ways.get('payer')).toBe('follow>next coupon>next hello>next pay>received points>next')
  // The payment came after the wait had fallen due and answers the next one, by look-back.
  expect(ways.get('silent')).toBe(
    'follow>next coupon>next hello>next pay>timeout remind>next pay-again>received points>next',
  )
})

test('a paused journey still tells a workflow its running clock', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  await pauseJourney(stage.engine, journey)
  const { id } = await stage.only()
  expect(await stage.run(id)).toEqual({ kind: 'wait', delayMs: DAY })
  expect(await stage.only()).toMatchObject({ state: 'waiting' })
})

test('queued messages of a paused journey hold until it is resumed', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  await pauseJourney(stage.engine, journey)
  expect(await takeDeliveries(stage.engine, inbox)).toBe(0)
  await resumeJourney(stage.engine, journey)
  expect(await takeDeliveries(stage.engine, inbox)).toBe(1)
  expect(await stage.deliveries()).toMatchObject([{ state: 'delivered' }])
})

test('resuming moves the parked on in steps', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(chain({ tag: ['set-tag', { add: ['x'] }] }))
  await pauseJourney(stage.engine, journey)
  const people = Array.from({ length: 250 }, (_, n) => [`p${n}`, 'contact.followed'] as const)
  await stage.send(...people)
  await resumeJourney(stage.engine, journey)
  await stage.relay()
  const done = async () => (await stage.enrolments()).filter(({ state }) => state === 'completed').length
  expect(await done()).toBe(1)
  stage.clock.at += 1000
  await stage.relay()
  expect(await done()).toBe(201)
  stage.clock.at += 1000
  await stage.relay()
  expect(await done()).toBe(250)
})

test('a retry while the journey is paused waits for its resuming', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(chain({ points: ['award-points', { points: '{{ contact.bonus }}' }] }))
  await stage.contact('a', { bonus: 'abc' })
  await stage.send(['a', 'contact.followed'])
  await stage.contact('a', { bonus: 3 })
  await pauseJourney(stage.engine, journey)
  await retryEnrolment(stage.engine, (await stage.only()).id)
  await stage.relay()
  expect(await stage.only()).toMatchObject({ state: 'paused' })
  await resumeJourney(stage.engine, journey)
  await stage.relay()
  expect(await stage.only()).toMatchObject({ state: 'completed' })
})

test('an archived journey takes nobody in and lets those under way travel on, the parked too', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  await pauseJourney(stage.engine, journey)
  await stage.send(['b', 'contact.followed'])
  await archiveJourney(stage.engine, journey)
  stage.clock.at += 1000
  await stage.send(['c', 'contact.followed'])
  expect((await stage.enrolments()).map(({ contact, state }) => [contact, state]).toSorted()).toEqual([
    ['a', 'waiting'],
    ['b', 'waiting'],
  ])
  for (let day = 0; day < 12; day++) await stage.pass(DAY)
  expect((await stage.enrolments()).map(({ state }) => state)).toEqual(['completed', 'completed'])
})

test('only what runs is paused, only what is paused is resumed', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await resumeJourney(stage.engine, journey)
  await archiveJourney(stage.engine, journey)
  await expect(pauseJourney(stage.engine, journey)).rejects.toMatchObject({ status: 'conflict' })
  await expect(resumeJourney(stage.engine, journey)).rejects.toMatchObject({ status: 'conflict' })
  await expect(pauseJourney(stage.engine, 'x')).rejects.toMatchObject({ status: 'not-found' })
})
