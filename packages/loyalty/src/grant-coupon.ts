import { newId, type Tx } from '@millrace/database'
import { sql } from 'kysely'

/** One coupon for one contact; `key` makes it happen once, `zone` is where its days are counted. */
export interface CouponWish {
  readonly coupon: string
  readonly contact: string
  readonly key: string
  readonly at: Date
  readonly zone: string
}

/** What a wish came to; `grant` is the id of the coupon in the contact's hands. */
export type Granting =
  | { readonly granted: true; readonly grant: string }
  | { readonly granted: false; readonly why: 'unknown' | 'sold-out' }

/** Gives one coupon while there are any. One without stock locks no row; one with stock its own, until the commit. */
export async function grantCoupon(tx: Tx, wish: CouponWish): Promise<Granting> {
  const { coupon, contact, key, at, zone } = wish
  const { rows } = await sql<{ grant: string | null; known: boolean }>`
    with done as (select id from coupon_grant where key = ${key}),
    kind as (
      select stock, valid_for::interval as validity,
        make_interval(
          months => (extract(year from valid_for::interval) * 12 + extract(month from valid_for::interval))::int4,
          days => extract(day from valid_for::interval)::int4
        ) as calendar
      from coupon where id = ${coupon}
    ),
    taken as (
      update coupon set granted = granted + 1
      where id = ${coupon} and stock is not null and granted < stock and not exists (select from done)
      returning id
    ),
    given as (
      insert into coupon_grant (id, coupon_id, contact_id, key, granted_at, expires_at)
      select ${newId()}, ${coupon}, ${contact}, ${key}, ${at}::timestamptz,
        ((${at}::timestamptz at time zone ${zone}) + calendar) at time zone ${zone} + (validity - calendar)
      from kind
      where not exists (select from done) and (stock is null or exists (select from taken))
      returning id
    )
    select coalesce((select id from done), (select id from given)) as grant,
      exists (select from kind) as known`.execute(tx)
  const row = rows[0]
  if (row?.grant) return { granted: true, grant: row.grant }
  return { granted: false, why: row?.known ? 'sold-out' : 'unknown' }
}
