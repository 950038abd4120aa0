import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { refuseRows } from '../testing/faults.ts'
import { chain, onboarding } from '../testing/journeys.ts'
import { openStage, type Stage } from '../testing/stage.ts'

const DAY = 86_400_000
const GIFTS = {
  coupon: ['grant-coupon', { coupon: 'welcome-20' }],
  points: ['award-points', { points: 7 }],
  tag: ['set-tag', { add: ['new'] }],
  hello: ['send-message', { channel: 'inbox', text: 'hello' }],
  rest: ['delay', { for: 'P1D' }],
  more: ['award-points', { points: 5 }],
} as const

/** All that effects have left behind. */
async function traces({ db }: Stage) {
  const count = async (table: 'coupon_grant' | 'points_entry' | 'delivery' | 'step') =>
    (await db.selectFrom(table).selectAll().execute()).length
  const { points, tags } = await db.selectFrom('contact').selectAll().executeTakeFirstOrThrow()
  return {
    coupons: await count('coupon_grant'),
    entries: await count('points_entry'),
    deliveries: await count('delivery'),
    steps: await count('step'),
    points,
    tags,
  }
}

test('five runs of one block at the same time do everything once and agree on the plan', async () => {
  await using stage = await openStage()
  await stage.publish(chain(GIFTS))
  await stage.ingest(['a', 'contact.followed'])
  const { id } = await stage.only()
  const plans = await Promise.all(Array.from({ length: 5 }, () => stage.run(id)))
  expect(plans).toEqual(Array.from({ length: 5 }, () => ({ kind: 'wait', delayMs: DAY })))
  expect(await traces(stage)).toEqual({
    coupons: 1,
    entries: 1,
    deliveries: 1,
    steps: 5,
    points: 7,
    tags: ['new'],
  })
})

test('five late timers at the same time pass the wait once', async () => {
  await using stage = await openStage()
  await stage.publish(chain(GIFTS))
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  stage.clock.at += DAY + 1
  const plans = await Promise.all(Array.from({ length: 5 }, () => stage.run(id)))
  expect(plans).toEqual(Array.from({ length: 5 }, () => ({ kind: 'done' })))
  expect(await traces(stage)).toMatchObject({ entries: 2, points: 12, steps: 7 })
})

test('a nudge that means nothing gets the current plan again', async () => {
  await using stage = await openStage()
  await stage.publish(chain(GIFTS))
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  stage.clock.at += 1000
  expect(await stage.run(id)).toEqual({ kind: 'wait', delayMs: DAY - 1000 })
  expect(await traces(stage)).toMatchObject({ steps: 5, points: 7 })
})

test('an ended or unknown enrolment is done', async () => {
  await using stage = await openStage()
  await stage.publish(chain({ coupon: GIFTS.coupon }))
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  expect(await stage.run(id)).toEqual({ kind: 'done' })
  expect(await stage.run('00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'done' })
  expect(await traces(stage)).toMatchObject({ coupons: 1 })
})

test('a block that breaks off before its commit has done nothing, and the next try does it once', async () => {
  await using stage = await openStage()
  await stage.publish(chain(GIFTS))
  await stage.ingest(['a', 'contact.followed'])
  const { id } = await stage.only()
  const accept = await refuseRows(stage.db, 'step', { when: 'commit' })
  await expect(stage.run(id)).rejects.toThrow('failed')
  expect(await traces(stage)).toEqual({
    coupons: 0,
    entries: 0,
    deliveries: 0,
    steps: 0,
    points: 0,
    tags: [],
  })
  await accept()
  await stage.run(id)
  expect(await traces(stage)).toMatchObject({ coupons: 1, entries: 1, deliveries: 1, points: 7 })
  const { failures } = await stage.db.selectFrom('enrolment').select('failures').executeTakeFirstOrThrow()
  expect(failures).toBe(0)
})

test('a connection that breaks is no failure of the block', async () => {
  await using stage = await openStage()
  await stage.publish(chain(GIFTS))
  await stage.ingest(['a', 'contact.followed'])
  const { id } = await stage.only()
  const accept = await refuseRows(stage.db, 'points_entry', {
    how: 'perform pg_terminate_backend(pg_backend_pid())',
  })
  for (let time = 0; time < 4; time++) await expect(stage.run(id)).rejects.toThrow()
  expect(await stage.only()).toMatchObject({ state: 'running' })
  const { failures } = await stage.db.selectFrom('enrolment').select('failures').executeTakeFirstOrThrow()
  expect(failures).toBe(0)
  await accept()
  await stage.run(id)
  expect(await traces(stage)).toMatchObject({ coupons: 1, entries: 1, points: 7 })
})

test('a coupon that is the last one goes to one of ten who want it at the same time', async () => {
  await using stage = await openStage({ stock: 1 })
  await stage.publish(chain({ coupon: GIFTS.coupon, rest: GIFTS.rest }))
  const people = Array.from({ length: 10 }, (_, n) => `p${n}`)
  await stage.ingest(...people.map((one) => [one, 'contact.followed'] as const))
  await Promise.all((await stage.enrolments()).map(({ id }) => stage.run(id)))
  expect(await traces(stage)).toMatchObject({ coupons: 1 })
  const ways = await Promise.all((await stage.enrolments()).map(({ id }) => stage.way(id)))
  expect(ways.filter((way) => way.includes('coupon>next'))).toHaveLength(1)
  expect(ways.filter((way) => way.includes('coupon>unavailable'))).toHaveLength(9)
})

test('a block with a coupon and a message takes six round trips', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.send(['warm', 'contact.followed'])
  await stage.ingest(['a', 'contact.followed'])
  const item = (await stage.enrolments()).find(({ contact }) => contact === 'a')
  const query = vi.spyOn(pg.Client.prototype, 'query')
  await stage.run(item?.id ?? '')
  const asked = query.mock.calls.length
  query.mockRestore()
  expect(await stage.deliveries()).toHaveLength(2)
  expect(asked).toBe(6)
})
