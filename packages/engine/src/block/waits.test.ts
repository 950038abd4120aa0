import { describe, expect, test } from 'vitest'
import { retryEnrolment } from '../operator/resume-enrolment.ts'
import { chain, drawing } from '../testing/journeys.ts'
import { openStage, START } from '../testing/stage.ts'

const HOUR = 3_600_000
const wait = (event: string, timeout = 'PT1H') => ['wait-for-event', { event, timeout }] as const

/** Two waits for the same event, one after the other whatever comes of the first. */
function twoWaits() {
  return drawing(
    {
      follow: ['entry', { on: { event: 'contact.followed' } }],
      first: wait('order.paid'),
      again: wait('order.paid'),
      end: ['exit', {}],
    },
    [
      ['follow', 'next', 'first'],
      ['first', 'received', 'again'],
      ['first', 'timeout', 'again'],
      ['again', 'received', 'end'],
      ['again', 'timeout', 'end'],
    ],
  )
}

test('an event that comes before the wait is written answers it', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  await stage.send(['a', 'contact.followed'], ['a', 'order.paid'])
  const { id } = await stage.only()
  expect(await stage.way(id)).toBe('follow>next first>received')
  expect(await stage.only()).toMatchObject({ state: 'waiting', node: 'again' })
})

test('an event that came before the entering one answers nothing', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  await stage.send(['a', 'order.paid'], ['a', 'contact.followed'])
  expect(await stage.only()).toMatchObject({ node: 'first' })
})

test('the event that woke an enrolment never answers its next wait', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  await stage.send(['a', 'contact.followed'])
  await stage.send(['a', 'order.paid'])
  const { id } = await stage.only()
  expect(await stage.way(id)).toBe('follow>next first>received')
  await stage.send(['a', 'order.paid'])
  expect(await stage.way(id)).toBe('follow>next first>received again>received end')
})

describe.each([
  ['a millisecond before the deadline', HOUR - 1, 'first>received'],
  ['at the deadline', HOUR, 'first>timeout'],
  ['a millisecond after the deadline', HOUR + 1, 'first>timeout'],
])('an event %s', (_, after, port) => {
  test('decides the wait by its arrival, however late the timer is', async () => {
    await using stage = await openStage()
    await stage.publish(twoWaits())
    await stage.send(['a', 'contact.followed'])
    stage.clock.at += after
    await stage.ingest(['a', 'order.paid'])
    stage.clock.at += 10 * HOUR
    await stage.relay()
    const { id } = await stage.only()
    await stage.run(id)
    expect(await stage.way(id)).toContain(`follow>next ${port}`)
  })

  test('decides it the same when the block runs only now', async () => {
    await using stage = await openStage()
    await stage.publish(twoWaits())
    await stage.ingest(['a', 'contact.followed'])
    await stage.run((await stage.only()).id)
    stage.clock.at += after
    await stage.send(['a', 'order.paid'])
    const { id } = await stage.only()
    await stage.pass(0)
    expect(await stage.way(id)).toContain(`follow>next ${port}`)
  })
})

test('what comes after a timer fell due, though before the late block, answers the next wait', async () => {
  await using stage = await openStage()
  await stage.publish(
    chain({ sleep: ['delay', { for: 'PT1H' }], tag: ['set-tag', { add: ['x'] }], pay: wait('order.paid') }),
  )
  await stage.send(['a', 'contact.followed'])
  stage.clock.at += HOUR / 2
  await stage.ingest(['a', 'order.paid', { n: 1 }])
  stage.clock.at = START + HOUR
  await stage.ingest(['a', 'order.paid', { n: 2 }])
  await stage.pass(HOUR / 4)
  const { id } = await stage.only()
  expect(await stage.way(id)).toBe('follow>next sleep>next tag>next pay>received')
  const { event_seq } = await stage.db.selectFrom('enrolment').select('event_seq').executeTakeFirstOrThrow()
  expect(event_seq).toBe(3)
})

test('a fused wait lets an event pass by while its delay still runs', async () => {
  await using stage = await openStage()
  await stage.publish(chain({ sleep: ['delay', { for: 'PT1H' }], pay: wait('order.paid') }))
  await stage.send(['a', 'contact.followed'])
  stage.clock.at += HOUR - 1
  await stage.send(['a', 'order.paid'])
  expect(await stage.only()).toMatchObject({ node: 'sleep', wakeAt: new Date(START + HOUR) })
  stage.clock.at += 1
  expect(await stage.only()).toMatchObject({ node: 'pay', wakeAt: new Date(START + 2 * HOUR) })
  await stage.send(['a', 'order.paid'])
  const items = await stage.trace((await stage.only()).id)
  expect(items.map(({ node, port, at }) => [node, port, at.getTime() - START])).toEqual([
    ['follow', 'next', 0],
    ['sleep', 'next', HOUR],
    ['pay', 'received', HOUR],
  ])
})

test('an event and a block that run into each other lose nothing', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  const people = Array.from({ length: 20 }, (_, n) => `p${n}`)
  await stage.ingest(...people.map((one) => [one, 'contact.followed'] as const))
  const all = await stage.enrolments()
  await Promise.all([
    ...all.map(({ id }) => stage.run(id)),
    ...people.map((one) => stage.ingest([one, 'order.paid'])),
  ])
  await stage.relay()
  for (const { id } of all) expect(await stage.way(id)).toBe('follow>next first>received')
})

test('a clock that steps back never makes a block earlier than what has happened', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  await stage.ingest(['a', 'contact.followed'])
  stage.clock.at -= HOUR
  await stage.relay()
  expect(await stage.only()).toMatchObject({ wakeAt: new Date(START + HOUR) })
})

test('a delay of days keeps the wall-clock time of the contact over a change of the clocks', async () => {
  await using stage = await openStage()
  stage.clock.at = Date.parse('2026-03-28T08:30:00Z')
  await stage.publish(chain({ sleep: ['delay', { for: 'P1D' }], tag: ['set-tag', { add: ['x'] }] }))
  await stage.contact('berlin', {}, { timeZone: 'Europe/Berlin' })
  await stage.contact('shanghai')
  await stage.send(['berlin', 'contact.followed'], ['shanghai', 'contact.followed'])
  const wakes = (await stage.enrolments()).map(({ contact, wakeAt }) => [contact, wakeAt?.toISOString()])
  expect(wakes.toSorted()).toEqual([
    ['berlin', '2026-03-29T07:30:00.000Z'],
    ['shanghai', '2026-03-29T08:30:00.000Z'],
  ])
})

/** A wait, points that need mending, and a second wait. */
const mended = (first: readonly [string, object], port: string) =>
  drawing(
    {
      follow: ['entry', { on: { event: 'contact.followed' } }],
      first,
      points: ['award-points', { points: '{{ contact.bonus }}' }],
      again: wait('order.paid'),
    },
    [
      ['follow', 'next', 'first'],
      ['first', port, 'points'],
      ['points', 'next', 'again'],
    ],
  )

test('after an operator has helped, the event that woke the enrolment still answers nothing more', async () => {
  await using stage = await openStage()
  await stage.publish(mended(wait('order.paid'), 'received'))
  await stage.send(['a', 'contact.followed'])
  await stage.send(['a', 'order.paid'])
  const { id, state } = await stage.only()
  expect(state).toBe('needs-attention')
  await stage.contact('a', { bonus: 5 })
  await retryEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.only()).toMatchObject({ state: 'waiting', node: 'again' })
})

test('after an operator has helped, what came before the timer fell due still answers nothing', async () => {
  await using stage = await openStage()
  await stage.publish(mended(['delay', { for: 'PT1H' }], 'next'))
  await stage.send(['a', 'contact.followed'])
  stage.clock.at += HOUR / 2
  await stage.send(['a', 'order.paid'])
  await stage.pass(HOUR / 2)
  const { id, state } = await stage.only()
  expect(state).toBe('needs-attention')
  await stage.contact('a', { bonus: 5 })
  await retryEnrolment(stage.engine, id)
  await stage.relay()
  expect(await stage.only()).toMatchObject({ state: 'waiting', node: 'again' })
})

test('a block leaves its stamp, so that an event after it is never earlier', async () => {
  await using stage = await openStage()
  await stage.publish(twoWaits())
  await stage.ingest(['a', 'contact.followed'])
  stage.clock.at += HOUR
  await stage.relay()
  stage.clock.at -= HOUR
  await stage.send(['a', 'order.paid'])
  const items = await stage.trace((await stage.only()).id)
  expect(items.map(({ at }) => at.getTime() - START)).toEqual([0, HOUR])
})

test('a contact with a long past is not held for all of it: the block stops, and the next goes on at once', async () => {
  await using stage = await openStage()
  const loop = drawing(
    {
      follow: ['entry', { on: { event: 'contact.followed' } }],
      w: wait('order.paid'),
      tag: ['set-tag', { add: ['x'] }],
    },
    [
      ['follow', 'next', 'w'],
      ['w', 'received', 'tag'],
      ['tag', 'next', 'w'],
    ],
  )
  await stage.publish(loop)
  await stage.ingest(
    ['a', 'contact.followed'],
    ...Array.from({ length: 250 }, () => ['a', 'order.paid'] as const),
  )
  const [plan] = [...(await stage.relay()).values()]
  expect(plan).toEqual({ kind: 'wait', delayMs: 0 })
  const { id } = await stage.only()
  expect(await stage.run(id)).toMatchObject({ kind: 'wait', delayMs: 3_600_000 })
  expect((await stage.way(id)).match(/w>received/g)).toHaveLength(250)
})
