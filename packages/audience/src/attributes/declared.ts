import type { AttributeTable, Db } from '@millrace/database'
import { sql } from 'kysely'
import { coerce } from './coerce.ts'

/** What an attribute's values are; what comes as text from a file is read as that. */
export type AttributeType = AttributeTable['type']

/** The declared types by name. */
export async function declaredTypes(db: Db): Promise<ReadonlyMap<string, AttributeType>> {
  const rows = await db.selectFrom('attribute').selectAll().execute()
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/**
 * Declares an attribute's type, and reads the texts that contacts have in it as that; those that do not fit stay texts.
 * Answers how many contacts changed.
 */
export async function declareAttribute(db: Db, name: string, type: AttributeType): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('attribute')
      .values({ name, type })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ type }))
      .execute()
    const { rows } = await sql<{ text: string }>`
      select distinct attributes ->> ${name} as text from contact
      where jsonb_typeof(attributes -> ${name}) = 'string'`.execute(tx)
    const read = rows.flatMap(({ text }) => {
      const value = coerce(text, type)
      return value === undefined || value === text ? [] : [{ text, value }]
    })
    // In the one order in which anything locks several.
    await sql`
      select from contact where jsonb_typeof(attributes -> ${name}) = 'string'
        and attributes ->> ${name} = any(${read.map(({ text }) => text)}::text[])
      order by id for update`.execute(tx)
    const changed = await sql`
      update contact set attributes = attributes || jsonb_build_object(${name}::text, read.value), updated_at = now()
      from jsonb_to_recordset(${JSON.stringify(read)}::jsonb) as read (text text, value jsonb)
      where jsonb_typeof(attributes -> ${name}) = 'string' and attributes ->> ${name} = read.text`.execute(tx)
    return Number(changed.numAffectedRows ?? 0)
  })
}
