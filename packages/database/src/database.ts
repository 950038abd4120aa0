import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { preparedPool } from './prepared-pool.ts'
import type { Database } from './schema.ts'

/** The installation's database. */
export type Db = Kysely<Database>

/** A transaction of it; a function that takes one never commits by itself. */
export type Tx = Transaction<Database>

const INT8 = 20

/** A pool on `url`; `int8` comes back as a number, `timestamptz` as a Date. `max` is the number of connections. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): Db {
  const types = new pg.TypeOverrides()
  types.setTypeParser(INT8, Number)
  const pool = new pg.Pool({ connectionString: url, max, types })
  // A connection that breaks is replaced by the pool, and whoever was using it gets an error of its own; without a
  // listener on both, idle and in use, it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) })
}
