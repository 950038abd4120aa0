import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nurture, onboarding } from '../fixtures/journeys.ts'
import { billedActions } from './support/billed-actions.ts'
import { actionsOf, bytesOf, closedHistory, type History, kindsOf } from './support/history.ts'
import { type Installation, installation } from './support/installation.ts'
import { type OwnTemporal, ownTemporal } from './support/own-temporal.ts'
import { temporalClient } from './support/temporal-client.ts'
import { startWorker, type WorkerProcess } from './support/worker-process.ts'

const NAME = '韩梅梅'
const PHONE = '13800138000'

const STARTED = ['workflowExecutionStarted']
const TASK = ['workflowTaskScheduled', 'workflowTaskStarted', 'workflowTaskCompleted']
const BLOCK = [...TASK, 'markerRecorded']
const FIRED = ['timerStarted', 'timerFired', ...BLOCK]
const NUDGED = ['timerStarted', 'workflowExecutionSignaled', ...TASK, 'timerCanceled', 'markerRecorded']
const COMPLETED = ['workflowExecutionCompleted']

const histories = new Map<string, History>()
// Nobody else's, so that all that it counts is ours.
let temporal: OwnTemporal
let shop: Installation & AsyncDisposable
let worker: WorkerProcess
let billed = 0

beforeAll(async () => {
  temporal = await ownTemporal()
  shop = await installation()
  worker = await startWorker({ db: shop.db, databaseUrl: shop.url, temporal: temporal.address })
  billed = await billedActions(temporal.metricsUrl)
  await travel()
})

afterAll(async () => {
  await worker.stop()
  await shop[Symbol.asyncDispose]()
  await temporal[Symbol.asyncDispose]()
})

/** Four contacts go through the reference journeys beside each other, with the sweeper switched off. */
async function travel(): Promise<void> {
  await shop.publish(onboarding({ firstWait: 'PT2S', secondWait: 'PT2S', pause: 'PT1S' }))
  await shop.publish(nurture({ delay: 'PT1S', timeout: 'PT1S' }))
  await shop.addContact({ id: PHONE, attributes: { name: NAME, phone: PHONE } })
  for (const contact of [PHONE, 'pays-first', 'pays-reminded']) await shop.send(contact, 'contact.followed')
  await shop.send('lead', 'lead.created')
  await sleep(700)
  await shop.send('pays-first', 'order.paid')
  await sleep(2000)
  await shop.send('pays-reminded', 'order.paid')
  await using connected = await temporalClient(temporal.address)
  for (const contact of [PHONE, 'pays-first', 'pays-reminded', 'lead']) {
    const enrolment = await shop.ended(contact)
    histories.set(contact, await closedHistory(connected.client, { installation: shop.id, enrolment }))
  }
}

function cost(contact: string): { events: number; actions: number; kinds: string[] } {
  const history = histories.get(contact)
  if (history === undefined) throw new Error(`${contact} has no history.`)
  return { events: history.events?.length ?? 0, actions: actionsOf(history), kinds: kindsOf(history) }
}

describe('what a contact costs in Temporal', () => {
  it.each([
    [PHONE, 'onboarding, never pays', { events: 18, actions: 6 }, [FIRED, FIRED]],
    ['pays-first', 'onboarding, pays in the first wait', { events: 19, actions: 7 }, [NUDGED, FIRED]],
    [
      'pays-reminded',
      'onboarding, pays after the reminder',
      { events: 25, actions: 9 },
      [FIRED, NUDGED, FIRED],
    ],
    ['lead', 'nurture, nobody clicks', { events: 18, actions: 6 }, [FIRED, FIRED]],
  ])('%s (%s)', (contact, _path, { events, actions }, waits) => {
    expect(cost(contact)).toEqual({
      events,
      actions,
      kinds: [...STARTED, ...BLOCK, ...waits.flat(), ...COMPLETED],
    })
  })

  it('is what the server counts', async () => {
    const counted = async () => (await billedActions(temporal.metricsUrl)) - billed
    await expect.poll(counted, { timeout: 15_000, interval: 500 }).toBe(28)
    await sleep(2000)
    expect(await counted()).toBe(28)
  })
})

describe('what a history holds', () => {
  it('is the enrolment and nothing of the contact', async () => {
    const { id } = await shop.enrolment(PHONE)
    const history = histories.get(PHONE)
    if (history === undefined) throw new Error('There is no history.')
    const bytes = bytesOf(history)
    expect(bytes.includes(id)).toBe(true)
    for (const secret of [
      NAME,
      PHONE,
      '你好',
      '新人券已到账',
      '还差一步',
      '回来看看',
      'welcome-20',
      'follow',
    ])
      expect(bytes.includes(secret), secret).toBe(false)
    expect(worker.log).not.toMatch(new RegExp(`${NAME}|${PHONE}`))
  })
})

it('sends each message once, in the words of the journey', async () => {
  const deliveries = await shop.db
    .selectFrom('delivery')
    .innerJoin('contact', 'contact.id', 'delivery.contact_id')
    .where('external_id', '=', PHONE)
    .select(['text', 'state'])
    .orderBy('at')
    .execute()
  expect(deliveries).toEqual([
    { text: `你好 ${NAME},新人券已到账`, state: 'delivered' },
    { text: '优惠券即将过期', state: 'delivered' },
    { text: '回来看看', state: 'delivered' },
  ])
})
