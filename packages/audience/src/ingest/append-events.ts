import type { Clock, Tx } from '@millrace/database'
import { type RawBuilder, sql } from 'kysely'
import type { IncomingEvent } from '../events/event.ts'

/** A new event's place in its contact's own order; `source` and `external_id` tell which one it is. */
export interface Appended {
  readonly source: string
  readonly external_id: string
  readonly seq: number
  readonly stamp: Date
}

/**
 * Appends the events that are new, each to the end of its contact's order, in the order given. The contacts
 * are locked and no two of the events have the same key. Answers the appended ones in no particular order.
 */
export async function appendLive(
  tx: Tx,
  events: readonly IncomingEvent[],
  clock: Clock,
): Promise<Appended[]> {
  const { rows } = await sql<Appended>`
    ${append(events, { live: true, clock })}
    select external_id, source, seq, stamp from appended`.execute(tx)
  return rows
}

/** As `appendLive`, for history that moves nobody; answers how many were new. */
export async function appendHistory(tx: Tx, events: readonly IncomingEvent[], clock: Clock): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    ${append(events, { live: false, clock })}
    select count(*) as count from appended`.execute(tx)
  return rows[0]?.count ?? 0
}

// Keys are inserted in their own order, so that requests with the same keys wait for each other in one direction.
function append(
  events: readonly IncomingEvent[],
  { live, clock }: { live: boolean; clock: Clock },
): RawBuilder<unknown> {
  return sql`
    with moment as materialized (select ${clock.now()} as now),
    fresh as materialized (
      select c.id as contact_id, c.last_seq + row_number() over (partition by c.id order by i.n) as seq,
        i.type, coalesce(i.at, greatest(m.now, c.last_at)) as at, greatest(m.now, c.last_at) as stamp,
        i.data, i.source, i.external_id
      from unnest(
        ${lines(events, (event) => event.contact)}, ${lines(events, (event) => event.type)},
        ${lines(events, isoOf)}::timestamptz[],
        ${lines(events, (event) => event.dataText)}, ${lines(events, (event) => event.source)},
        ${lines(events, (event) => event.id)}
      ) with ordinality as i (contact, type, at, data, source, external_id, n)
      join contact c on c.external_id = i.contact
      cross join moment m
      where not exists (select from event e where e.external_id = i.external_id and e.source = i.source)
        and not exists (select from erased_event x where x.key = ${erasedKey(sql`i`)})
    ), appended as (
      insert into event (contact_id, seq, type, at, stamp, data, source, external_id, live)
      select contact_id, seq, type, at, stamp, data::jsonb, source, external_id, ${live}::boolean
      from fresh order by external_id collate "C", source collate "C"
      on conflict (external_id, source) do nothing
      returning contact_id, seq, stamp, source, external_id
    ), moved as (
      update contact c set last_seq = last.seq, last_at = last.stamp
      from (select contact_id, max(seq) as seq, max(stamp) as stamp from appended group by contact_id) as last
      where c.id = last.contact_id
    )`
}

/**
 * A column as one text: neither ids nor JSON hold a raw line break, and both sides are spared the quoting of
 * an array. Empty is null.
 */
function lines(
  events: readonly IncomingEvent[],
  textOf: (event: IncomingEvent) => string,
): RawBuilder<string[]> {
  return sql`string_to_array(${events.map(textOf).join('\n')}, E'\\n', '')`
}

function isoOf({ at }: IncomingEvent): string {
  return at === null ? '' : new Date(at).toISOString()
}

/** The key by which an erased contact's event stays a duplicate; `row` has `source` and `external_id`. */
export function erasedKey(row: RawBuilder<unknown>): RawBuilder<Buffer> {
  return sql<Buffer>`sha256(
    convert_to(${row}.source, 'UTF8') || '\\x00'::bytea || convert_to(${row}.external_id, 'UTF8'))`
}
