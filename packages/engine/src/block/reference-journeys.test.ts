import { expect, test } from 'vitest'
import { nurture, onboarding } from '../testing/journeys.ts'
import { openStage, START } from '../testing/stage.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

test('who never pays is reminded once and won back', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.contact('a', { name: '小王' })
  await stage.send(['a', 'contact.followed'])
  const { id } = await stage.only()
  expect(await stage.only()).toMatchObject({ state: 'waiting', node: 'pay', wakeAt: new Date(START + DAY) })
  await stage.pass(DAY)
  expect(await stage.only()).toMatchObject({ node: 'pay-again', wakeAt: new Date(START + 3 * DAY) })
  await stage.pass(2 * DAY)
  expect(await stage.only()).toMatchObject({ node: 'rest', wakeAt: new Date(START + 10 * DAY) })
  await stage.pass(7 * DAY)
  expect(await stage.only()).toMatchObject({ state: 'completed', endedAt: new Date(START + 10 * DAY) })
  expect(await stage.way(id)).toBe(
    'follow>next coupon>next hello>next pay>timeout remind>next pay-again>timeout rest>next loyal>else reactivate>next end',
  )
  expect((await stage.deliveries()).map(({ text }) => text)).toEqual([
    '你好 小王,新人券已到账',
    '优惠券即将过期',
    '回来看看',
  ])
})

test('who pays in the first wait gets points and no reminder', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'])
  stage.clock.at += HOUR
  await stage.send(['a', 'order.paid'])
  const { id } = await stage.only()
  expect(await stage.only()).toMatchObject({ node: 'rest', wakeAt: new Date(START + HOUR + 7 * DAY) })
  await stage.pass(7 * DAY)
  expect(await stage.way(id)).toBe(
    'follow>next coupon>next hello>next pay>received points>next rest>next loyal>else reactivate>next end',
  )
  const { points } = await stage.db.selectFrom('contact').select('points').executeTakeFirstOrThrow()
  expect(points).toBe(50)
})

test('who pays after the reminder and is loyal is left in peace', async () => {
  await using stage = await openStage()
  await stage.publish(onboarding({ loyalFrom: 2 }))
  await stage.send(['a', 'order.paid'])
  await stage.send(['a', 'contact.followed'])
  await stage.pass(DAY)
  await stage.send(['a', 'order.paid'])
  await stage.pass(7 * DAY)
  const { id } = await stage.only()
  expect(await stage.way(id)).toBe(
    'follow>next coupon>next hello>next pay>timeout remind>next pay-again>received points>next rest>next loyal>often end',
  )
  const trace = await stage.trace(id)
  expect(trace.find(({ node }) => node === 'loyal')?.reads).toEqual({
    'events.order.paid': { matched: 2, of: 2 },
  })
})

test.each([
  ['a click in time', HOUR * 1.5, 'in>next m1>next d1>next w>received b>else m2>next d2>next m3>next x'],
  ['no click', null, 'in>next m1>next d1>next w>timeout b>else m2>next d2>next m3>next x'],
  [
    'a click that is too late',
    HOUR * 2,
    'in>next m1>next d1>next w>timeout b>else m2>next d2>next m3>next x',
  ],
])('the nurturing journey runs to its end with %s', async (_, clickAt, way) => {
  await using stage = await openStage()
  await stage.publish(nurture())
  await stage.send(['a', 'lead.created'])
  const { id } = await stage.only()
  if (clickAt !== null) {
    stage.clock.at += clickAt
    await stage.send(['a', 'message.clicked'])
  }
  for (let hour = 0; hour < 6; hour++) await stage.pass(HOUR)
  expect(await stage.way(id)).toBe(way)
  expect(await stage.only()).toMatchObject({ state: 'completed' })
})

test('a tagged contact leaves the nurturing journey by its case', async () => {
  await using stage = await openStage()
  await stage.publish(nurture())
  await stage.contact('a', {}, { tags: ['vip'] })
  await stage.send(['a', 'lead.created'])
  await stage.pass(2 * HOUR)
  expect(await stage.way((await stage.only()).id)).toBe('in>next m1>next d1>next w>timeout b>vip x')
})
