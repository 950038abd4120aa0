import { type Clock, type Contact, newId, type Tx } from '@millrace/database'
import type { Instant } from '@millrace/program'
import { sql } from 'kysely'

/** A contact whose row this transaction holds. */
export type LockedContact = Pick<
  Contact,
  'id' | 'external_id' | 'attributes' | 'time_zone' | 'tags' | 'points' | 'last_seq'
> & {
  /** The clock, read under the lock and never before the contact's last stamp. */
  readonly now: Instant
}

/**
 * Locks contacts in the order of their ids, the one order in which anything may lock several. Unknown and
 * erased ones are left out. Whoever stamps something with `now` writes it to `last_at`.
 */
export async function lockContacts(
  tx: Tx,
  which: { readonly externalIds: readonly string[] } | { readonly ids: readonly string[] },
  clock: Clock,
): Promise<LockedContact[]> {
  const named =
    'ids' in which
      ? sql`id = any(${which.ids}::uuid[])`
      : sql`external_id = any(${which.externalIds}::text[])`
  const { rows } = await sql<Omit<LockedContact, 'now'> & { now: Date }>`
    with locked as materialized (
      select id, external_id, attributes, time_zone, tags, points, last_seq, last_at
      from contact where ${named} and erased_at is null order by id for update
    )
    select id, external_id, attributes, time_zone, tags, points, last_seq,
      greatest(${clock.now()}, last_at) as now from locked`.execute(tx)
  return rows.map((row) => ({ ...row, now: row.now.getTime() }))
}

/** Makes sure that a contact of each outside id exists. To be called before any contact is locked. */
export async function createMissing(tx: Tx, externalIds: readonly string[]): Promise<void> {
  const ids = externalIds.map(() => newId())
  await sql`
    insert into contact (id, external_id)
    select id, external_id from unnest(${ids}::uuid[], ${externalIds}::text[]) as wanted (id, external_id)
    where not exists (select from contact c where c.external_id = wanted.external_id)
    order by external_id collate "C"
    on conflict (external_id) do nothing`.execute(tx)
}

/**
 * Thrown when a contact was erased between being found and being locked: the transaction is to be run again.
 */
export class ContactGone extends Error {
  override readonly name = 'ContactGone'
}

/** Runs `attempt` again as long as contacts are erased under its hands. */
export async function whileContactsGo<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = 5; ; left--) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof ContactGone) || left === 0) throw error
    }
  }
}
