import { Migrator } from 'kysely/migration'
import type { Db } from './database.ts'
import * as base from './migrations/0001-base.ts'

/** Every released step, in order; one that is out is never edited. */
const MIGRATIONS = { '0001-base': base }

/** Brings the database up to date; several processes may call it at once. Throws what the failing step threw. */
export async function migrate(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}
