import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Db, openDatabase } from './database.ts'

/** Set by the tests' global set-up: a URL of the cluster that holds the migrated template. */
export const CLUSTER_VARIABLE = 'MILLRACE_TEST_DATABASE'
/** The migrated, empty database that every test database is copied from. */
export const TEMPLATE = 'millrace_template'

/** A fresh migrated database of its own, dropped on dispose: `await using test = await testDatabase()`. */
export async function testDatabase({ max = 10 }: { max?: number } = {}): Promise<TestDatabase> {
  const cluster = process.env[CLUSTER_VARIABLE]
  if (cluster === undefined)
    throw new Error('Run the tests by npm test or npx vitest: their set-up starts PostgreSQL.')
  const name = `test_${randomBytes(8).toString('hex')}`
  await admin(cluster, `create database ${name} template ${TEMPLATE}`)
  const url = Object.assign(new URL(cluster), { pathname: `/${name}` }).href
  const db = openDatabase(url, { max })
  return {
    db,
    url,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await admin(cluster, `drop database ${name} with (force)`)
    },
  }
}

/** `url` is for processes of their own; whoever opens more connections closes them. */
export interface TestDatabase extends AsyncDisposable {
  readonly db: Db
  readonly url: string
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
