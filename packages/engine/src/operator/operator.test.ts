import { attentionList } from '@millrace/analytics'
import { expect, test } from 'vitest'
import { createJourney } from '../journeys/keep-journey.ts'
import { refuseRows } from '../testing/faults.ts'
import { chain, onboarding } from '../testing/journeys.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { enrolContacts } from './enrol-contacts.ts'
import { exitEnrolment } from './exit-enrolment.ts'
import { retryEnrolment, skipEnrolment } from './resume-enrolment.ts'

const HOUR = 3_600_000
const bonus = chain({
  points: ['award-points', { points: '{{ contact.bonus }}' }],
  tag: ['set-tag', { add: ['rewarded'] }],
})

async function stuck(stage: Stage): Promise<string> {
  await stage.publish(bonus)
  await stage.contact('a', { bonus: 'abc' })
  await stage.send(['a', 'contact.followed'])
  return (await stage.only()).id
}

test('points that render to no number need attention, with the reason in both languages', async () => {
  await using stage = await openStage()
  await stuck(stage)
  const { items } = await attentionList(stage.engine)
  expect(items).toMatchObject([{ contact: 'a', state: 'needs-attention', node: 'points' }])
  const { reason } = items[0] ?? {}
  expect(reason).toMatchObject({ node: 'points', code: 'points-not-a-number' })
  expect(reason?.message.zh).toContain('abc')
  expect(reason?.message.en).toContain('abc')
  expect(await stage.way((await stage.only()).id)).toBe('follow>next')
})

test('mended and retried, it goes on as if nothing had been', async () => {
  await using stage = await openStage()
  const id = await stuck(stage)
  expect(await stage.run(id)).toEqual({ kind: 'park' })
  await stage.contact('a', { bonus: 30 })
  await retryEnrolment(stage.engine, id)
  expect(await stage.relay()).toEqual(new Map([[id, { kind: 'done' }]]))
  expect(await stage.way(id)).toBe('follow>next points>next tag>next')
  const { points } = await stage.db.selectFrom('contact').select('points').executeTakeFirstOrThrow()
  expect(points).toBe(30)
  expect(await stage.only()).not.toHaveProperty('reason')
})

test('retried without being mended, it needs attention again', async () => {
  await using stage = await openStage()
  const id = await stuck(stage)
  await retryEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.only()).toMatchObject({ state: 'needs-attention', reason: { node: 'points' } })
})

test('skipped, it goes on without the effect and the trace says so', async () => {
  await using stage = await openStage()
  const id = await stuck(stage)
  await skipEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.way(id)).toBe('follow>next points>next tag>next')
  expect((await stage.trace(id))[1]).toMatchObject({ node: 'points', output: { skipped: true } })
  expect(await stage.db.selectFrom('points_entry').selectAll().execute()).toEqual([])
})

test('taken out, it ends at the node where it stood and is told to stop', async () => {
  await using stage = await openStage()
  const id = await stuck(stage)
  await exitEnrolment(stage.engine, id)
  expect(await stage.relay()).toEqual(new Map([[id, { kind: 'done' }]]))
  expect(await stage.only()).toMatchObject({ state: 'exited', node: 'points', endedAt: expect.any(Date) })
  expect(await stage.way(id)).toBe('follow>next points')
})

test('an action in the wrong state is refused and changes nothing', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  const conflict = { status: 'conflict' }
  await expect(retryEnrolment(stage.engine, id)).rejects.toMatchObject(conflict)
  await expect(skipEnrolment(stage.engine, id)).rejects.toMatchObject(conflict)
  await exitEnrolment(stage.engine, id)
  await expect(exitEnrolment(stage.engine, id)).rejects.toMatchObject(conflict)
  await expect(exitEnrolment(stage.engine, 'no-id')).rejects.toMatchObject({ status: 'not-found' })
})

test('taken out in the middle of a fused wait, the trace holds the leg that had passed', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(
    chain({
      rest: ['delay', { for: 'PT1H' }],
      pay: ['wait-for-event', { event: 'order.paid', timeout: 'PT1H' }],
    }),
  )
  await stage.send(['a', 'contact.followed'])
  stage.clock.at += 1.5 * HOUR
  const { id } = await stage.only()
  const before = await stage.trace(id)
  await exitEnrolment(stage.engine, id)
  expect(await stage.way(id)).toBe('follow>next rest>next pay')
  expect((await stage.trace(id)).slice(0, 2)).toEqual(before)
  await stage.send(['a', 'order.paid'])
  expect(await stage.only()).toMatchObject({ state: 'exited', node: 'pay' })
  expect((await stage.counts(journey)).pay).toEqual({ entered: 1, waiting: 0, failed: 0, left: {} })
})

test('taken out before its first block, nothing has happened to the contact', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.ingest(['a', 'contact.followed'])
  const { id } = await stage.only()
  await exitEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.way(id)).toBe('follow')
  expect(await stage.deliveries()).toEqual([])
})

test('an effect that throws three times parks the enrolment at its node; what came before it stands', async () => {
  await using stage = await openStage()
  await stage.publish(
    chain({
      hello: ['send-message', { channel: 'inbox', text: 'hello' }],
      coupon: ['grant-coupon', { coupon: 'welcome-20' }],
      points: ['award-points', { points: 5 }],
    }),
  )
  await stage.ingest(['a', 'contact.followed'])
  const { id } = await stage.only()
  const accept = await refuseRows(stage.db, 'coupon_grant')
  for (let time = 0; time < 2; time++) await expect(stage.run(id)).rejects.toThrow(/^A block of enrolment/)
  expect(await stage.only()).toMatchObject({ state: 'running' })
  expect(await stage.run(id)).toEqual({ kind: 'park' })
  expect(await stage.only()).toMatchObject({
    state: 'needs-attention',
    reason: {
      code: 'internal-error',
      node: 'coupon',
      message: { zh: expect.any(String), en: expect.any(String) },
    },
  })
  expect(await stage.way(id)).toBe('follow>next hello>next')
  expect(stage.logged).toHaveLength(3)
  expect(stage.logged[0]).toMatchObject({ enrolment: id, cause: expect.stringContaining('P0001') })
  await accept()
  await retryEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.way(id)).toBe('follow>next hello>next coupon>next points>next')
  expect(await stage.deliveries()).toHaveLength(1)
})

test('a block that cannot even be saved parks as a whole; it can be retried but has no step to skip', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  const accept = await refuseRows(stage.db, 'step')
  await stage.ingest(['a', 'order.paid'])
  for (let time = 0; time < 2; time++) await expect(stage.run(id)).rejects.toThrow()
  expect(await stage.run(id)).toEqual({ kind: 'park' })
  expect(await stage.only()).toMatchObject({ state: 'needs-attention', reason: { code: 'internal-error' } })
  await accept()
  await expect(skipEnrolment(stage.engine, id)).rejects.toMatchObject({ code: 'not-skippable' })
  await retryEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.way(id)).toContain('pay>received points>next')
})

test('enrolling by hand says who came in and why others did not', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.contact('a')
  await stage.contact('b')
  await stage.send(['b', 'contact.followed'])
  const entered = await enrolContacts(stage.engine, journey, ['a', 'b', 'nobody', 'a'])
  expect(entered).toEqual({
    enrolled: 1,
    skipped: [
      { contact: 'nobody', reason: 'unknown-contact' },
      { contact: 'b', reason: 'already-entered' },
    ],
  })
  await stage.relay()
  expect((await stage.enrolments()).map(({ contact, state }) => [contact, state]).toSorted()).toEqual([
    ['a', 'waiting'],
    ['b', 'waiting'],
  ])
})

test('a name that can be no id is nobody’s, and stops nobody else', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.contact('a')
  expect(await enrolContacts(stage.engine, journey, ['\0', 'a'])).toEqual({
    enrolled: 1,
    skipped: [{ contact: '\0', reason: 'unknown-contact' }],
  })
})

test('an event that came before the hand answers nothing, one that comes after it does', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.ingest(['a', 'order.paid'])
  await enrolContacts(stage.engine, journey, ['a'])
  await stage.relay()
  expect(await stage.only()).toMatchObject({ node: 'pay' })
  await stage.send(['a', 'order.paid'])
  expect(await stage.only()).toMatchObject({ node: 'rest' })
})

test('nobody is enrolled by hand into a journey that does not run', async () => {
  await using stage = await openStage()
  await stage.contact('a')
  const { id } = await createJourney(stage.db, onboarding())
  await expect(enrolContacts(stage.engine, id, ['a'])).rejects.toMatchObject({ status: 'conflict' })
})
