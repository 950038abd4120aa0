import { type Db, Fault, type Tx } from '@millrace/database'
import { sql } from 'kysely'

/** A coupon kind as operators write it; `stock` null is without end, `validFor` an ISO 8601 duration. */
export interface NewCoupon {
  readonly id: string
  readonly name: string
  readonly stock?: number | null
  readonly validFor?: string | null
}

/** A coupon kind and how far it has been given out; `remaining` is null where there is no stock to run out. */
export interface Coupon {
  readonly id: string
  readonly name: string
  readonly stock: number | null
  readonly validFor: string | null
  readonly granted: number
  readonly remaining: number | null
  readonly createdAt: Date
}

/** Makes a coupon kind. Throws a Fault `coupon-exists` when the id is taken. */
export async function createCoupon(db: Db, coupon: NewCoupon): Promise<Coupon> {
  const { id, name, stock = null, validFor = null } = coupon
  const made = await db
    .insertInto('coupon')
    .values({ id, name, stock, valid_for: validFor })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('created_at')
    .executeTakeFirst()
  if (made === undefined) {
    const zh = `已经有优惠券 ${id}。请换一个编号。`
    throw new Fault('conflict', 'coupon-exists', {
      zh,
      en: `There is a coupon ${id} already. Choose another id.`,
    })
  }
  return { id, name, stock, validFor, granted: 0, remaining: stock, createdAt: made.created_at }
}

/** The coupon kind, or null. */
export async function findCoupon(db: Db, id: string): Promise<Coupon | null> {
  const { rows } = await sql<Coupon>`${coupons} where id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** All coupon kinds, newest first. */
export async function listCoupons(db: Db): Promise<Coupon[]> {
  const { rows } = await sql<Coupon>`${coupons} order by created_at desc, id`.execute(db)
  return rows
}

/** The ids of all coupon kinds, as a compiler's check wants them. */
export async function couponIds(db: Db | Tx): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('coupon').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

// The counter stands still for a coupon without stock (giving it locks no row), so those are counted.
const coupons = sql`
  select id, name, stock, valid_for as "validFor", created_at as "createdAt",
    case when stock is not null then granted
      else (select count(*) from coupon_grant where coupon_id = coupon.id) end as granted,
    stock - granted as remaining
  from coupon`
