import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { onboarding } from '../fixtures/journeys.ts'
import { installation } from './support/installation.ts'
import { ownTemporal } from './support/own-temporal.ts'
import { until } from './support/until.ts'
import { startWorker } from './support/worker-process.ts'

it('accepts events while Temporal is away, ends no wait, and goes on by itself when it is back', async () => {
  await using temporal = await ownTemporal()
  await using shop = await installation()
  const worker = await startWorker({ db: shop.db, databaseUrl: shop.url, temporal: temporal.address })
  await shop.publish(onboarding({ firstWait: 'PT2S', secondWait: 'PT1S', pause: 'PT1S' }))
  await shop.send('waits', 'contact.followed')
  await shop.send('pays', 'contact.followed')
  await until(async () => (await shop.enrolment('pays')).turn === 1, { what: 'the first block' })

  await temporal.stop()
  await shop.send('pays', 'order.paid')
  await shop.send('comes', 'contact.followed')
  await sleep(4000)
  for (const contact of ['waits', 'pays']) expect(await shop.enrolment(contact)).toMatchObject({ turn: 1 })
  expect(await shop.enrolment('comes')).toMatchObject({ turn: 0 })

  await temporal.start()
  for (const contact of ['waits', 'pays', 'comes']) await shop.ended(contact)
  expect(await shop.trace('waits')).toContain('pay:timeout')
  expect(await shop.trace('pays')).toContain('pay:received')
  expect(await shop.trace('comes')).toContain('pay:timeout')
  expect(await shop.db.selectFrom('outbox').selectAll().execute()).toEqual([])
  expect(await worker.stop()).toBe(0)
  expect(worker.log.split('\n').length, worker.log).toBeLessThan(20)
})
