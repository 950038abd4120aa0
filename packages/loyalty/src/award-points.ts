import { newId, type Tx } from '@millrace/database'
import { sql } from 'kysely'

/** A line for the ledger; `key` makes it happen once. */
export interface Award {
  readonly contact: string
  readonly key: string
  /** Whole points; negative ones take away. */
  readonly points: number
  readonly reason: string | null
  readonly at: Date
}

/** Adds to a contact's ledger and answers the sum after it; the caller holds the contact's lock. */
export async function awardPoints(tx: Tx, award: Award): Promise<{ balance: number }> {
  const { contact, key, points, reason, at } = award
  const { rows } = await sql<{ balance: number | null }>`
    with done as (select balance from points_entry where key = ${key}),
    moved as (
      update contact set points = points + ${points}::int4, updated_at = ${at}
      where id = ${contact}::uuid and not exists (select from done)
      returning points
    ),
    entry as (
      insert into points_entry (id, contact_id, key, amount, balance, reason, at)
      select ${newId()}, ${contact}, ${key}, ${points}::int4, points, ${reason}, ${at} from moved
    )
    select coalesce((select balance from done), (select points from moved)) as balance`.execute(tx)
  const balance = rows[0]?.balance
  if (balance === null || balance === undefined) throw new Error(`There is no contact ${contact}.`)
  return { balance }
}
