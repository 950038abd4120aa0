import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate, openDatabase } from '@millrace/database'
import { startCluster } from '@millrace/launcher/postgres'
import { expect, it } from 'vitest'
import { onboarding } from '../fixtures/journeys.ts'
import { installationOn } from './support/installation.ts'
import { sharedTemporal } from './support/temporal-client.ts'
import { startWorker } from './support/worker-process.ts'

it('goes on by itself when PostgreSQL was away: waits that fell due meanwhile fire, nothing happens twice', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-postgres-'))
  const options = { dataDir: join(dir, 'data'), log: join(dir, 'log') }
  let cluster = await startCluster(options)
  const { url } = cluster
  const db = openDatabase(url)
  await migrate(db)
  const shop = await installationOn({ db, url })
  const worker = await startWorker({ db, databaseUrl: url, temporal: sharedTemporal().address })
  await shop.publish(onboarding({ firstWait: 'PT2S', secondWait: 'PT1S', pause: 'PT1S' }))
  await shop.send('waits', 'contact.followed')

  await cluster.stop()
  await new Promise((resolve) => setTimeout(resolve, 3000))
  cluster = await startCluster({ ...options, port: Number(new URL(url).port) })
  await shop.send('comes', 'contact.followed')
  for (const contact of ['waits', 'comes']) {
    await shop.ended(contact)
    const trace = await shop.trace(contact)
    expect(new Set(trace).size).toBe(trace.length)
  }
  expect(worker.child.exitCode).toBe(null)
  expect(await worker.stop()).toBe(0)
  expect(worker.log.split('\n').length, worker.log).toBeLessThan(30)
  await db.destroy()
  await cluster.stop()
  await rm(dir, { recursive: true })
})
