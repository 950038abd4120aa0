import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sweep } from '@millrace/engine'
import { workflowIdOf } from '@millrace/workflows'
import { expect, it } from 'vitest'
import { onboarding } from '../fixtures/journeys.ts'
import { type Installation, installation } from './support/installation.ts'
import { ownTemporal } from './support/own-temporal.ts'
import { sharedTemporal, temporalClient } from './support/temporal-client.ts'
import { until } from './support/until.ts'
import { startWorker } from './support/worker-process.ts'

const REPAIR = join(import.meta.dirname, '../../apps/worker/src/repair-main.ts')

it('goes on where every contact stood when Temporal has lost everything and repair is run', async () => {
  await using temporal = await ownTemporal()
  await using shop = await installation()
  const start = { db: shop.db, databaseUrl: shop.url, temporal: temporal.address }
  const worker = await startWorker(start)
  await shop.publish(onboarding({ firstWait: 'PT3S', secondWait: 'PT20M', pause: 'PT1S' }))
  const contacts = ['due', 'answered', 'reminded']
  await shop.send('reminded', 'contact.followed')
  await until(async () => (await shop.enrolment('reminded')).turn === 2, { what: 'the reminder' })
  for (const contact of ['due', 'answered']) await shop.send(contact, 'contact.followed')
  for (const contact of contacts) await firstBlock(shop, contact)

  await temporal.stop()
  await shop.send('answered', 'order.paid')
  await temporal.start({ empty: true })
  await sleep(3500)
  expect(await shop.enrolment('due')).toMatchObject({ turn: 1 })

  const { stdout } = await promisify(execFile)(process.execPath, [REPAIR], {
    env: { ...process.env, DATABASE_URL: shop.url, TEMPORAL_ADDRESS: temporal.address, LC_ALL: 'C' },
  })
  expect(stdout).toBe('Nudged 2 open enrolments.\n')
  await until(async () => (await shop.enrolment('due')).turn === 2, { timeoutMs: 3000, what: 'a due wait' })
  await shop.ended('answered')
  await sleep(500)
  expect(await shop.enrolment('reminded')).toMatchObject({ turn: 2, state: 'waiting' })
  await shop.send('reminded', 'order.paid')
  await shop.ended('reminded')
  for (const contact of contacts) expect(await repeated(shop, contact)).toEqual([])
  expect(await worker.stop()).toBe(0)
})

it('starts a workflow anew that was terminated, when an event comes or the sweeper finds it overdue', async () => {
  const { address } = sharedTemporal()
  await using shop = await installation()
  const worker = await startWorker({ db: shop.db, databaseUrl: shop.url, temporal: address })
  await shop.publish(onboarding({ firstWait: 'PT3S', secondWait: 'PT1S', pause: 'PT1S' }))
  await using temporal = await temporalClient(address)
  for (const contact of ['pays', 'waits']) {
    await shop.send(contact, 'contact.followed')
    await firstBlock(shop, contact)
    const { id } = await shop.enrolment(contact)
    await temporal.client.workflow.getHandle(workflowIdOf(shop.id, id)).terminate()
  }
  await shop.send('pays', 'order.paid')
  await shop.ended('pays')
  expect(await shop.trace('pays')).toContain('pay:received')

  await sleep(1000)
  expect(await shop.enrolment('waits')).toMatchObject({ turn: 1 })
  await until(async () => (await sweep(shop.engine, { overdueMs: 100 })) > 0, {
    what: 'an overdue enrolment',
  })
  await shop.ended('waits')
  expect(await shop.trace('waits')).toContain('pay:timeout')
  await worker.stop()
})

it('drops a nudge for an enrolment that has ended', async () => {
  const { address } = sharedTemporal()
  await using shop = await installation()
  const worker = await startWorker({ db: shop.db, databaseUrl: shop.url, temporal: address })
  await shop.publish(onboarding({ firstWait: 'PT1S', secondWait: 'PT1S', pause: 'PT1S' }))
  await shop.send('ends', 'contact.followed')
  const id = await shop.ended('ends')
  const trace = await shop.trace('ends')
  await shop.db
    .insertInto('outbox')
    .values([
      { kind: 'nudge', enrolment_id: id },
      { kind: 'start', enrolment_id: id },
    ])
    .execute()
  await until(async () => (await shop.db.selectFrom('outbox').select('id').execute()).length === 0)
  expect(await shop.trace('ends')).toEqual(trace)
  expect(await worker.stop()).toBe(0)
})

async function firstBlock(shop: Installation, contact: string): Promise<void> {
  await until(async () => (await shop.enrolment(contact)).turn > 0, { what: `the first block of ${contact}` })
}

/** The nodes that were left more than once. */
async function repeated(shop: Installation, contact: string): Promise<string[]> {
  const trace = await shop.trace(contact)
  return trace.filter((step, index) => trace.indexOf(step) !== index)
}
