import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '@millrace/database'
import { CLUSTER_VARIABLE, TEMPLATE } from '@millrace/database/testing'
import { startCluster } from '@millrace/launcher/postgres'
import { sql } from 'kysely'

/** One cluster for the run, without durability: a test that needs a crash starts a product of its own. */
export async function setup(): Promise<() => Promise<void>> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-test-'))
  const cluster = await startCluster({
    dataDir: join(dir, 'postgres'),
    log: join(dir, 'postgres.log'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  const admin = openDatabase(cluster.url, { max: 1 })
  await sql.raw(`create database ${TEMPLATE}`).execute(admin)
  await admin.destroy()
  const template = openDatabase(Object.assign(new URL(cluster.url), { pathname: `/${TEMPLATE}` }).href, {
    max: 1,
  })
  await migrate(template)
  await template.destroy()
  process.env[CLUSTER_VARIABLE] = cluster.url
  return async () => {
    await cluster.stop()
    await rm(dir, { recursive: true, force: true })
  }
}
