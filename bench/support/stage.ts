import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, migrate, openDatabase } from '@millrace/database'
import { startCluster } from '@millrace/launcher/postgres'
import { startTemporal, temporalCli } from '@millrace/launcher/temporal'
import pg from 'pg'

/** One server of each kind, durable as in the product, for every way that a benchmark compares. */
export interface Stage extends AsyncDisposable {
  readonly temporalAddress: string
  /** A migrated database of its own, gone after `use`. */
  withDatabase<Result>(use: (database: StageDatabase) => Promise<Result>): Promise<Result>
}

/** A database for one run of one way. */
export interface StageDatabase {
  readonly url: string
  readonly db: Db
}

/** Starts them. */
export async function openStage(): Promise<Stage> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-bench-'))
  const cluster = await startCluster({ dataDir: join(dir, 'postgres'), log: join(dir, 'postgres.log') })
  const cli = process.env.MILLRACE_TEST_TEMPORAL_CLI ?? (await temporalCli())
  const temporal = await startTemporal({
    cli,
    dbFile: join(dir, 'temporal.db'),
    log: join(dir, 'temporal.log'),
  })
  let made = 0
  return {
    temporalAddress: temporal.address,
    async withDatabase(use) {
      const name = `bench_${made++}`
      await admin(cluster.url, `create database ${name}`)
      const url = Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href
      const db = openDatabase(url, { max: 6 })
      try {
        await migrate(db)
        return await use({ url, db })
      } finally {
        await db.destroy()
        await admin(cluster.url, `drop database ${name} with (force)`)
      }
    },
    async [Symbol.asyncDispose]() {
      await temporal.stop()
      await cluster.stop()
      await rm(dir, { recursive: true, force: true })
    },
  }
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
