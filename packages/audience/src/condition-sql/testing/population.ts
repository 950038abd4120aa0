import { type Db, newId } from '@millrace/database'
import type { EventFact, Facts } from '@millrace/program'
import { sql } from 'kysely'
import { type EventRow, eventFact, factsOf } from '../../facts.ts'
import { NOW } from './odd-values.ts'
import type { Person } from './people.ts'

/** Stores people with their events; what they hold is read back, as the product reads it. */
export async function storePeople(db: Db, people: readonly Person[]): Promise<void> {
  const rows = people.map((person) => ({ ...person, id: newId() }))
  await sql`
    insert into contact (id, external_id, attributes, tags, points)
    select one.id, one.id::text, one.attributes::jsonb, array(select jsonb_array_elements_text(one.tags::jsonb)), one.points
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ attributes }) => attributes)}::text[],
      ${rows.map(({ tags }) => JSON.stringify(tags))}::text[], ${rows.map(({ points }) => points)}::int8[]
    ) as one(id, attributes, tags, points)`.execute(db)
  const events = rows.flatMap(({ id, events }) => events.map((event, seq) => ({ ...event, id, seq })))
  await sql`
    insert into event (contact_id, seq, type, at, stamp, data, source, external_id, live)
    select one.id, one.seq, one.type, timestamptz 'epoch' + one.seconds * interval '1 second' + one.ms * interval '1 millisecond',
      now(), one.data::jsonb, 'test', one.id || '/' || one.seq, true
    from unnest(
      ${events.map(({ id }) => id)}::uuid[], ${events.map(({ seq }) => seq)}::int8[],
      ${events.map(({ type }) => type)}::text[], ${events.map(({ at }) => Math.floor(at / 1000))}::int8[],
      ${events.map(({ at }) => at - Math.floor(at / 1000) * 1000)}::int8[], ${events.map(({ data }) => data)}::text[]
    ) as one(id, seq, type, seconds, ms, data)`.execute(db)
}

/** The facts of every contact by its id. */
export async function factsOfAll(db: Db, zone: string, event: EventFact | null): Promise<Map<string, Facts>> {
  const contacts = await db.selectFrom('contact').select(['id', 'attributes', 'tags', 'points']).execute()
  const { rows } = await sql<EventRow & { contact_id: string }>`
    select contact_id, seq, type, at, data from event order by contact_id, seq`.execute(db)
  const past = Map.groupBy(rows, (row) => row.contact_id)
  return new Map(
    contacts.map((contact) => [
      contact.id,
      factsOf(contact, { now: NOW, zone, event, past: (past.get(contact.id) ?? []).map(eventFact) }),
    ]),
  )
}
