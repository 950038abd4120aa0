import type { Db } from '@millrace/database'
import { sql } from 'kysely'

/** Types that nearly every shop sends, offered before the first event has come. */
const USUAL = [
  'contact.followed',
  'order.created',
  'order.paid',
  'coupon.redeemed',
  'message.clicked',
  'page.viewed',
]

/** How many rows a suggestion may look at. */
const SAMPLE = 5000

/** Event types to suggest: the usual ones, those journeys name, and those seen. A rare one may be missing. */
export async function knownEventTypes(db: Db): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select event_type as type from trigger
    union select unnest(event_types) from wait
    union select type from (select type from event limit ${SAMPLE}) as sample
    union select unnest(most_common_vals::text::text[]) from pg_stats
      where schemaname = current_schema and tablename = 'event' and attname = 'type'`.execute(db)
  return [...new Set([...USUAL, ...rows.map((row) => row.type)])].toSorted()
}

/** A contact attribute and the type that it was declared with, or that its last values have. */
export interface KnownAttribute {
  readonly name: string
  readonly type: string
}

/** Contact attributes to suggest: the declared ones and those of the newest contacts. */
export async function knownAttributes(db: Db): Promise<KnownAttribute[]> {
  const { rows } = await sql<KnownAttribute>`
    select name, coalesce(max(attribute.type), max(seen.type)) as type
    from (
      select name, case jsonb_typeof(value) when 'string' then 'text' when 'array' then 'list'
        else jsonb_typeof(value) end as type
      from (select attributes from contact order by id desc limit ${SAMPLE}) as newest
      cross join lateral jsonb_each(attributes) as one (name, value)
    ) as seen
    full join attribute using (name)
    group by name order by name`.execute(db)
  return rows
}
