import { type Db, decodeCursor, encodeCursor } from '@millrace/database'

/** A line of the ledger; `balance` is the sum after it. */
export interface PointsLine {
  readonly amount: number
  readonly balance: number
  readonly reason: string | null
  readonly at: Date
}

/** A page of lines; `next` is null on the last one. */
export interface PointsPage {
  readonly items: readonly PointsLine[]
  readonly next: string | null
}

/** The ledger of the contact with this outside id, newest first; null when there is no such contact. */
export async function pointsLedger(
  db: Db,
  externalId: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<PointsPage | null> {
  const before = cursor === undefined ? undefined : decodeCursor(cursor, ['uuid'])[0]
  const contact = await db
    .selectFrom('contact')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst()
  if (contact === undefined) return null
  const rows = await db
    .selectFrom('points_entry')
    .select(['id', 'amount', 'balance', 'reason', 'at'])
    .where('contact_id', '=', contact.id)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ id: _, ...line }) => line),
    next: last === undefined ? null : encodeCursor([last.id]),
  }
}
