import { type Db, newId, type Tx } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { awardPoints } from './award-points.ts'
import { couponIds, createCoupon, findCoupon, listCoupons } from './coupons.ts'
import { grantCoupon } from './grant-coupon.ts'

const AT = new Date('2026-03-28T08:00:00.000Z')

async function contact(db: Db): Promise<string> {
  const id = newId()
  await db.insertInto('contact').values({ id, external_id: id }).execute()
  return id
}

const wish = (contactId: string, key: string, coupon = 'c') => ({
  coupon,
  contact: contactId,
  key,
  at: AT,
  zone: 'Europe/Berlin',
})

const inTx = <T>(db: Db, run: (tx: Tx) => Promise<T>) => db.transaction().execute(run)

test.each([5, null])('the same key gives one coupon, however often it is asked (stock %s)', async (stock) => {
  await using test = await testDatabase()
  await createCoupon(test.db, { id: 'c', name: 'C', stock })
  const who = await contact(test.db)
  const first = await inTx(test.db, (tx) => grantCoupon(tx, wish(who, 'k')))
  const again = await inTx(test.db, (tx) => grantCoupon(tx, wish(who, 'k')))
  expect(first.granted).toBe(true)
  expect(again).toEqual(first)
  const remaining = stock === null ? null : 4
  expect(await findCoupon(test.db, 'c')).toMatchObject({ granted: 1, remaining })
})

test('twelve at the same time share a stock of five, each coupon counted once', async () => {
  await using test = await testDatabase({ max: 12 })
  const { db } = test
  await createCoupon(db, { id: 'c', name: 'C', stock: 5 })
  const who = await Promise.all(Array.from({ length: 12 }, () => contact(db)))
  const given = await Promise.all(
    who.map((one) =>
      inTx(db, async (tx) => {
        const granting = await grantCoupon(tx, wish(one, one))
        await sql`select pg_sleep(0.01)`.execute(tx)
        return granting
      }),
    ),
  )
  expect(given.filter(({ granted }) => granted)).toHaveLength(5)
  expect(given.filter((one) => !one.granted && one.why === 'sold-out')).toHaveLength(7)
  expect(await findCoupon(db, 'c')).toMatchObject({ stock: 5, granted: 5, remaining: 0 })
  expect(await db.selectFrom('coupon_grant').selectAll().execute()).toHaveLength(5)
})

test('a grant that is rolled back leaves the stock as it was', async () => {
  await using test = await testDatabase()
  await createCoupon(test.db, { id: 'c', name: 'C', stock: 1 })
  const who = await contact(test.db)
  const broken = inTx(test.db, async (tx) => {
    await grantCoupon(tx, wish(who, 'k'))
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  expect(await findCoupon(test.db, 'c')).toMatchObject({ granted: 0, remaining: 1 })
})

test('a coupon without stock makes nobody wait, and its grants are counted', async () => {
  await using test = await testDatabase()
  const { db } = test
  await createCoupon(db, { id: 'c', name: 'C' })
  const [one, two] = [await contact(db), await contact(db)]
  await inTx(db, async (open) => {
    await grantCoupon(open, wish(one, '1'))
    await inTx(db, async (tx) => {
      await sql`set local lock_timeout = '1s'`.execute(tx)
      await grantCoupon(tx, wish(two, '2'))
    })
  })
  expect(await findCoupon(db, 'c')).toMatchObject({ stock: null, granted: 2, remaining: null })
})

test('a kind that does not exist is unknown', async () => {
  await using test = await testDatabase()
  const who = await contact(test.db)
  const granting = await inTx(test.db, (tx) => grantCoupon(tx, wish(who, 'k', 'nothing')))
  expect(granting).toEqual({ granted: false, why: 'unknown' })
})

test.each([
  ['P1D', '2026-03-29T07:00:00.000Z'],
  ['PT24H', '2026-03-29T08:00:00.000Z'],
  ['P1DT2H', '2026-03-29T09:00:00.000Z'],
  ['P1M', '2026-04-28T07:00:00.000Z'],
  ['P2W', '2026-04-11T07:00:00.000Z'],
])('a coupon valid for %s ends by the calendar of its contact, hours being exact', async (validFor, end) => {
  await using test = await testDatabase()
  await createCoupon(test.db, { id: 'c', name: 'C', validFor })
  const who = await contact(test.db)
  await inTx(test.db, (tx) => grantCoupon(tx, wish(who, 'k')))
  const row = await test.db.selectFrom('coupon_grant').select('expires_at').executeTakeFirstOrThrow()
  expect(row.expires_at?.toISOString()).toBe(end)
})

test('the points ledger adds up, each key once', async () => {
  await using test = await testDatabase()
  const { db } = test
  const who = await contact(db)
  const award = (key: string, points: number) =>
    inTx(db, async (tx) => {
      await sql`select from contact where id = ${who} for update`.execute(tx)
      return awardPoints(tx, { contact: who, key, points, reason: null, at: AT })
    })
  expect(await award('a', 50)).toEqual({ balance: 50 })
  expect(await award('b', -20)).toEqual({ balance: 30 })
  expect(await award('a', 50)).toEqual({ balance: 50 })
  expect(await award('z', 0)).toEqual({ balance: 30 })
  await Promise.all(Array.from({ length: 8 }, (_, n) => award(`p${n % 4}`, 1)))
  const entries = await db.selectFrom('points_entry').select(['amount', 'balance']).orderBy('id').execute()
  const { points } = await db.selectFrom('contact').select('points').executeTakeFirstOrThrow()
  expect(points).toBe(34)
  expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(34)
  expect(Math.max(...entries.map(({ balance }) => balance))).toBe(50)
})

test('a coupon id is taken once; kinds are listed newest first', async () => {
  await using test = await testDatabase()
  const { db } = test
  await createCoupon(db, { id: 'a', name: 'A', stock: 3, validFor: 'P30D' })
  await createCoupon(db, { id: 'b', name: 'B' })
  await expect(createCoupon(db, { id: 'a', name: 'Again' })).rejects.toMatchObject({
    status: 'conflict',
    code: 'coupon-exists',
  })
  expect((await listCoupons(db)).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(await findCoupon(db, 'a')).toMatchObject({ name: 'A', stock: 3, validFor: 'P30D', remaining: 3 })
  expect(await findCoupon(db, 'nothing')).toBeNull()
  expect(await couponIds(db)).toEqual(new Set(['a', 'b']))
})
