import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@millrace/launcher/ports'
import { expect, it } from 'vitest'
import { onboarding } from '../fixtures/journeys.ts'
import { installation } from './support/installation.ts'
import { sharedTemporal } from './support/temporal-client.ts'
import { until } from './support/until.ts'
import { startWorker, WorkerProcess } from './support/worker-process.ts'

const PATIENCE_MS = 3500

async function timed(work: () => Promise<number | null>): Promise<{ code: number | null; ms: number }> {
  const started = performance.now()
  return { code: await work(), ms: performance.now() - started }
}

it('ends on SIGTERM within seconds in the middle of its work, which the next one finishes', async () => {
  await using shop = await installation()
  const start = { db: shop.db, databaseUrl: shop.url, temporal: sharedTemporal().address }
  await shop.publish(onboarding({ firstWait: 'PT1S', secondWait: 'PT1S', pause: 'PT1S' }))
  const worker = await startWorker(start)
  const contacts = Array.from({ length: 40 }, (_, n) => `contact-${n}`)
  for (const contact of contacts) await shop.send(contact, 'contact.followed')
  const { code, ms } = await timed(() => worker.stop())
  expect(code).toBe(0)
  expect(ms).toBeLessThan(PATIENCE_MS)
  expect(await shop.db.selectFrom('heartbeat').selectAll().execute()).toEqual([])

  const next = await startWorker(start)
  for (const contact of contacts) await shop.ended(contact)
  expect(await next.stop()).toBe(0)
})

it('ends on SIGTERM while it waits for Temporal or PostgreSQL', async () => {
  await using shop = await installation()
  const nowhere = `127.0.0.1:${await freePort()}`
  const waits = [
    { db: shop.db, databaseUrl: shop.url, temporal: nowhere },
    { db: shop.db, databaseUrl: `postgresql://nobody@${nowhere}/none`, temporal: sharedTemporal().address },
  ]
  for (const start of waits) {
    const worker = new WorkerProcess(start)
    await until(() => worker.log.includes('not there yet'), { what: 'its word that it waits' })
    await sleep(1000)
    const { code, ms } = await timed(() => worker.stop())
    expect(code, worker.log).toBe(0)
    expect(ms).toBeLessThan(PATIENCE_MS)
    expect(worker.log.trim().split('\n'), worker.log).toHaveLength(1)
  }
})
