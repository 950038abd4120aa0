import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { onboarding } from '../fixtures/journeys.ts'
import { installation } from './support/installation.ts'
import { sharedTemporal } from './support/temporal-client.ts'
import { startWorker } from './support/worker-process.ts'

const CONTACTS = Array.from({ length: 30 }, (_, n) => `contact-${n}`)

it('does nothing twice and loses nothing when the worker is killed again and again', async () => {
  await using shop = await installation()
  const start = { db: shop.db, databaseUrl: shop.url, temporal: sharedTemporal().address }
  await shop.publish(onboarding({ firstWait: 'PT2S', secondWait: 'PT2S', pause: 'PT1S' }))
  let worker = await startWorker(start)
  for (const [n, contact] of CONTACTS.entries()) {
    if (n % 10 === 5) {
      await worker.kill()
      worker = await startWorker(start)
    }
    await shop.send(contact, 'contact.followed')
    await sleep(20)
  }
  for (const contact of CONTACTS.slice(0, 15)) await shop.send(contact, 'order.paid')
  await worker.kill()
  worker = await startWorker(start)
  for (const contact of CONTACTS) await shop.ended(contact)
  await worker.stop()

  for (const contact of CONTACTS) {
    const trace = await shop.trace(contact)
    expect(new Set(trace).size, trace.join(' ')).toBe(trace.length)
    expect(trace.at(-1)).toBe('end')
    const coupons = await countOf('coupon_grant', contact)
    const points = await countOf('points_entry', contact)
    const messages = await countOf('delivery', contact)
    const paid = trace.includes('points:next')
    const reminded = trace.includes('remind:next')
    expect({ coupons, points, messages }).toEqual({
      coupons: 1,
      points: paid ? 1 : 0,
      messages: reminded ? 3 : 2,
    })
  }

  async function countOf(
    table: 'coupon_grant' | 'points_entry' | 'delivery',
    contact: string,
  ): Promise<number> {
    const { count } = await shop.db
      .selectFrom(table)
      .innerJoin('contact', 'contact.id', `${table}.contact_id`)
      .where('external_id', '=', contact)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(count)
  }
})
