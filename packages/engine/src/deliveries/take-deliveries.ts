import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel, OutgoingMessage, SendResult } from '@millrace/channels'
import { sql } from 'kysely'
import { isTransient } from '../block/transient.ts'
import type { Engine } from '../engine.ts'
import { judge, type Settlement } from './judge.ts'
import { settleDeliveries } from './settle-deliveries.ts'

/** What of a channel its queue needs. */
export type SendingChannel = Pick<Channel, 'id' | 'address' | 'batch' | 'idempotent' | 'send'>

/** How long a taken message is somebody's: after that the process that took it has died. */
const LEASE_MS = { idempotent: 10_000, other: 300_000 }

/** Together less than the shortest lease. */
const [SETTLE_TRIES, SETTLE_PAUSE_MS] = [16, 500]

/**
 * Takes queued messages of one channel, has them sent outside of any transaction, and writes down what came of them,
 * with the outcomes that enrolments wait for. Answers how many were taken; fewer than a batch means that no more are
 * due. Several may run side by side. Messages of paused journeys stay.
 */
export async function takeDeliveries(engine: Engine, channel: SendingChannel): Promise<number> {
  if (!channel.idempotent) await settleLost(engine, channel)
  const taken = await take(engine, channel)
  if (taken.length === 0) return 0
  const results = await channel.send(taken.map(({ message }) => message)).catch((error: unknown) => {
    engine.log?.({
      level: 'error',
      what: 'send-threw',
      cause: error instanceof Error ? error.name : typeof error,
    })
    return []
  })
  const settlements = taken.map(({ id, attempts }, index): Settlement => {
    const result = results[index] ?? (channel.idempotent ? LOST_AGAIN : LOST)
    return { id, ...judge(result, attempts) }
  })
  await settleInTheEnd(engine, settlements)
  return taken.length
}

/** What a provider has said cannot be asked again, so that a database that restarts just now is waited for. */
async function settleInTheEnd(engine: Engine, settlements: readonly Settlement[]): Promise<void> {
  for (let left = SETTLE_TRIES; ; left--) {
    try {
      return await settleDeliveries(engine, settlements)
    } catch (error) {
      if (!isTransient(error) || left === 0) throw error
      await sleep(SETTLE_PAUSE_MS)
    }
  }
}

interface Taken {
  readonly id: string
  readonly attempts: number
  readonly message: OutgoingMessage
}

async function take({ db, clock }: Engine, channel: SendingChannel): Promise<Taken[]> {
  const lease = channel.idempotent ? LEASE_MS.idempotent : LEASE_MS.other
  const states = channel.idempotent ? ['queued', 'sending'] : ['queued']
  const { rows } = await sql<OutgoingMessage & { id: string; attempts: number }>`
    with moment as materialized (select ${clock.now()} as now),
    picked as materialized (
      select delivery.id from delivery
      where channel = ${channel.id} and state in ('queued', 'sending') and state = any(${states}::text[])
        and not_before <= (select now from moment)
        and not exists (select from journey where journey.id = delivery.journey_id and journey.state = 'paused')
      order by not_before, id limit ${channel.batch} for update skip locked
    )
    update delivery set state = 'sending', attempts = attempts + 1,
      not_before = (select now from moment) + ${lease}::float8 * interval '1 millisecond'
    from picked, contact
    where delivery.id = picked.id and contact.id = delivery.contact_id
    returning delivery.id, delivery.attempts, key, title, coalesce(text, '') as text,
      contact.attributes -> ${channel.address}::text as address`.execute(db)
  return rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, attempts, ...message }) => ({ id, attempts, message }))
}

/** Messages that were being sent when a process died: whether they left is not known, so they are never sent again. */
async function settleLost(engine: Engine, channel: SendingChannel): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with moment as materialized (select ${engine.clock.now()} as now)
    select id from delivery
    where channel = ${channel.id} and state in ('queued', 'sending') and state = 'sending'
      and not_before <= (select now from moment)
    order by not_before limit ${channel.batch}`.execute(engine.db)
  if (rows.length === 0) return
  await settleDeliveries(
    engine,
    rows.map(({ id }) => ({ id, ...judge(LOST, 0) })),
  )
}

const LOST: SendResult = { state: 'unknown', reason: 'answer-lost' }
const LOST_AGAIN: SendResult = { state: 'retry', reason: 'answer-lost' }
