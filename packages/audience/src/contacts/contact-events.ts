import { type Db, decodeCursor, encodeCursor, Fault } from '@millrace/database'
import type { Json } from '@millrace/program'
import { contactRow } from './find-contact.ts'
import type { Page } from './list-contacts.ts'

/** An event on a contact's page: `at` as its source dated it, `receivedAt` when it came. */
export interface ContactEvent {
  readonly id: string
  readonly type: string
  readonly at: Date
  readonly receivedAt: Date
  readonly data: { readonly [key: string]: Json }
  readonly source: string
}

/** A contact's events, the last that came first. Throws a `Fault` when the contact is unknown. */
export async function contactEvents(
  db: Db,
  externalId: string,
  page: { readonly type?: string | undefined; readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<ContactEvent>> {
  const before = page.cursor === undefined ? undefined : Number(decodeCursor(page.cursor, ['integer'])[0])
  const contact = await contactRow(db, externalId)
  if (contact === null) throw unknownContact()
  const type = page.type?.replaceAll('\0', '')
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'external_id', 'type', 'at', 'stamp', 'data', 'source'])
    .where('contact_id', '=', contact.id)
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .$if(type !== undefined, (query) => query.where('type', '=', type ?? ''))
    .orderBy('seq', 'desc')
    .limit(page.limit + 1)
    .execute()
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return {
    items: items.map(({ external_id: id, type, at, stamp, data, source }) => ({
      id,
      type,
      at,
      receivedAt: stamp,
      // `jsonb` holds nothing but JSON.
      data: data as ContactEvent['data'],
      source,
    })),
    next: last !== undefined && rows.length > page.limit ? encodeCursor([last.seq]) : null,
  }
}

/** What a call about a contact that is not there ends with. */
export function unknownContact(): Fault {
  return new Fault('not-found', 'unknown-contact', { zh: '没有这个客户。', en: 'There is no such contact.' })
}
