import { type Db, newId, type Tx } from '@millrace/database'
import { sql } from 'kysely'
import type { ContactRow } from './contact-row.ts'
import { ContactGone, whileContactsGo } from './lock-contacts.ts'

/** Creates or changes contacts, all in one transaction; a later row with the same id comes on top. */
export async function upsertContacts(db: Db, rows: readonly ContactRow[]): Promise<void> {
  if (rows.length === 0) return
  const wanted = merged(rows)
  await whileContactsGo(() =>
    db.transaction().execute(async (tx) => {
      const created = await insertNew(tx, wanted)
      const existing = wanted.filter((row) => !created.has(row.id))
      if (existing.length > 0) await update(tx, existing)
    }),
  )
}

function merged(rows: readonly ContactRow[]): ContactRow[] {
  const byId = new Map<string, ContactRow>()
  for (const row of rows) {
    const former = byId.get(row.id)
    const attributes = { ...former?.attributes, ...row.attributes }
    byId.set(row.id, { ...former, ...row, attributes })
  }
  return [...byId.values()]
}

async function insertNew(tx: Tx, rows: readonly ContactRow[]): Promise<Set<string>> {
  const result = await sql<{ external_id: string }>`
    insert into contact (id, external_id, attributes, time_zone, tags)
    select n.id, n.external_id, n.attributes - n.absent, n.time_zone, coalesce(n.tags, '{}')
    from ${incoming(rows)} as n
    where not exists (select from contact c where c.external_id = n.external_id)
    order by n.external_id collate "C"
    on conflict (external_id) do nothing
    returning external_id`.execute(tx)
  return new Set(result.rows.map((row) => row.external_id))
}

async function update(tx: Tx, rows: readonly ContactRow[]): Promise<void> {
  const ids = rows.map((row) => row.id)
  await sql`
    select from contact where external_id = any(${ids}::text[]) order by id for update`.execute(tx)
  const { numAffectedRows } = await sql`
    update contact c set
      attributes = (c.attributes || n.attributes) - n.absent,
      time_zone = case when n.zone_given then n.time_zone else c.time_zone end,
      tags = coalesce(n.tags, c.tags),
      updated_at = now()
    from ${incoming(rows)} as n where c.external_id = n.external_id`.execute(tx)
  if (Number(numAffectedRows) < rows.length) throw new ContactGone()
}

/** The rows as a table: `absent` names the attributes to take away, `tags` is null where none were given. */
function incoming(rows: readonly ContactRow[]) {
  const absent = rows.map((row) => absentIn(row.attributes ?? {}))
  return sql`(
    select id, external_id, attributes::jsonb as attributes, zone_given, time_zone,
      array(select jsonb_array_elements_text(absent::jsonb)) as absent,
      case when tags is not null then array(select jsonb_array_elements_text(tags::jsonb)) end as tags
    from unnest(
      ${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.id)}::text[],
      ${rows.map((row) => JSON.stringify(row.attributes ?? {}))}::text[], ${absent}::text[],
      ${rows.map((row) => row.timeZone !== undefined)}::boolean[],
      ${rows.map((row) => row.timeZone ?? null)}::text[],
      ${rows.map((row) => (row.tags === undefined ? null : JSON.stringify(row.tags)))}::text[]
    ) as one (id, external_id, attributes, absent, zone_given, time_zone, tags))`
}

function absentIn(attributes: object): string {
  return JSON.stringify(Object.entries(attributes).flatMap(([name, value]) => (value === null ? [name] : [])))
}
