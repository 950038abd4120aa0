import type { Db } from '@millrace/database'
import { sql } from 'kysely'

/** Makes PostgreSQL refuse every new row of a table, at once or only at the commit, until the answer is called. */
export async function refuseRows(
  db: Db,
  table: string,
  { when = 'now', how = `raise exception 'refused'` }: { when?: 'now' | 'commit'; how?: string } = {},
): Promise<() => Promise<void>> {
  const body = `begin ${how}; return null; end`
  await sql
    .raw(`create or replace function refuse() returns trigger language plpgsql as '${quoted(body)}'`)
    .execute(db)
  const timing = when === 'commit' ? 'deferrable initially deferred' : ''
  await sql
    .raw(
      `create constraint trigger refused after insert on ${table} ${timing} for each row execute function refuse()`,
    )
    .execute(db)
  return async () => {
    await sql.raw(`drop trigger refused on ${table}`).execute(db)
  }
}

const quoted = (text: string) => text.replaceAll("'", "''")
