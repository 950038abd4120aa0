import { takeOutbox } from '@millrace/audience'
import { type Db, drivenClock } from '@millrace/database'
import { runEnrolment, type SendingChannel, takeDeliveries } from '@millrace/engine'
import type { Instant } from '@millrace/program'
import { sql } from 'kysely'
import { BIRTH } from '../../generators/lives.ts'
import type { Fate } from './outcome.ts'

/** Long enough for what a resumed journey has queued for later, so as not to overload anybody. */
const PACE_MS = 3_600_000
/** Beyond the end of every script. */
const NEVER_MS = 10 * 365 * 86_400_000

/**
 * Does for one journey what Temporal, the relay and the senders do, one thing after the other: of one moment first
 * whom the outbox names, then due waits, both in the order in which contacts entered, then messages as they were
 * written.
 */
export class EngineDriver {
  readonly clock = drivenClock(BIRTH)
  readonly db: Db
  readonly #fateOf: (key: string) => Fate
  readonly #timers = new Map<string, Instant>()
  readonly #taken = new Set<string>()
  /** The enrolments in the order in which contacts entered. */
  readonly order: string[] = []

  constructor(db: Db, fateOf: (key: string) => Fate) {
    this.db = db
    this.#fateOf = fateOf
  }

  /** Does all that is due up to `at`, and leaves the clock there. */
  async advance(at: Instant): Promise<void> {
    for (;;) {
      const timer = this.#nextTimer(at)
      const message = await this.#nextMessage(Math.min(at, (timer?.at ?? at + 1) - 1))
      const next = message ?? timer
      if (next === undefined) break
      this.clock.at = Math.max(this.clock.at, next.at)
      if ('id' in next) await this.#run(next.id)
      else await this.#send(next.channel)
    }
    this.clock.at = at
  }

  /** Tells the workflows what the outbox has for them, until it has nothing any more. */
  async relay(): Promise<void> {
    const clock = drivenClock(this.clock.at + PACE_MS)
    const handle = async (rows: readonly { kind: string; enrolment_id: string }[]) => {
      for (const { kind, enrolment_id } of rows) if (kind === 'start') this.order.push(enrolment_id)
      const ids = [...new Set(rows.map((row) => row.enrolment_id))]
      for (const id of ids.sort((a, b) => this.place(a) - this.place(b))) await this.#run(id)
      return { failed: [] }
    }
    while ((await takeOutbox(this.db, { limit: 1_000, clock }, handle)) > 0);
  }

  /** The place of an enrolment in the order of entry. */
  place(id: string): number {
    return this.order.indexOf(id)
  }

  /** A key with the place of the enrolment instead of its id. */
  placed(key: string): string {
    return key.replace(/^[^/]+/, (id) => `${this.place(id)}`)
  }

  async #run(id: string): Promise<void> {
    const plan = await runEnrolment(this, id)
    if (plan.kind === 'wait') this.#timers.set(id, this.clock.at + plan.delayMs)
    else this.#timers.delete(id)
  }

  #nextTimer(until: Instant): { id: string; at: Instant } | undefined {
    const due = [...this.#timers].filter(([, at]) => at <= until).map(([id, at]) => ({ id, at }))
    return due.sort((a, b) => a.at - b.at || this.place(a.id) - this.place(b.id))[0]
  }

  async #nextMessage(until: Instant): Promise<{ channel: string; at: Instant } | undefined> {
    const { rows } = await sql<{ channel: string; at: Date }>`
      select channel, not_before as at from delivery
      where state = 'queued' and not_before <= ${new Date(until)}::timestamptz
        and (select state from journey where journey.id = delivery.journey_id) <> 'paused'
      order by not_before, id limit 1`.execute(this.db)
    const [row] = rows
    return row && { channel: row.channel, at: row.at.getTime() }
  }

  async #send(id: string): Promise<void> {
    const channel: SendingChannel = {
      ...{ id, address: null, batch: 1, idempotent: true },
      send: async (messages) => messages.map(({ key }) => this.#result(key)),
    }
    await takeDeliveries(this, channel)
    await this.relay()
  }

  /** A fate that comes later is a message that is not sent before then. */
  #result(key: string): Awaited<ReturnType<SendingChannel['send']>>[number] {
    const fate = this.#fateOf(this.placed(key))
    const isFirst = !this.#taken.has(key)
    this.#taken.add(key)
    if (fate === null) return { state: 'retry', reason: 'silence', afterMs: NEVER_MS }
    if (isFirst && fate.afterMs > 0) return { state: 'retry', reason: 'later', afterMs: fate.afterMs }
    return { state: fate.state, reason: 'fate' }
  }
}
