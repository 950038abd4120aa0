import { type Db, decodeCursor, encodeCursor } from '@millrace/database'
import { sql } from 'kysely'
import type { ContactView } from './find-contact.ts'

/** A contact in a list. */
export type ContactItem = Omit<ContactView, 'coupons' | 'enrolments' | 'tier'>

/** One page of a list; `next` is the cursor of the one after, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/**
 * Contacts, newest first; `search` is part of an outside id or of any attribute's text, in either case of
 * letters.
 */
export async function listContacts(
  db: Db,
  {
    search,
    limit,
    cursor,
  }: { readonly search?: string | undefined; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ContactItem>> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor, ['uuid'])[0]
  const rows = await db
    .selectFrom('contact')
    .selectAll()
    .where('external_id', 'is not', null)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .$if(search !== undefined && search !== '', (query) => query.where(matches(search ?? '')))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      id: row.external_id ?? '',
      // `jsonb` holds nothing but JSON.
      attributes: row.attributes as ContactItem['attributes'],
      timeZone: row.time_zone,
      tags: row.tags,
      points: row.points,
      createdAt: row.created_at,
    })),
    next: last !== undefined && rows.length > limit ? encodeCursor([last.id]) : null,
  }
}

function matches(search: string) {
  // NUL is in no stored text, and PostgreSQL refuses it.
  const pattern = `%${search
    .normalize('NFC')
    .replaceAll('\0', '')
    .replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(external_id ilike ${pattern} or exists (
    select from jsonb_each_text(attributes) as one where one.value ilike ${pattern}))`
}
