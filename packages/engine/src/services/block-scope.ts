import type { Tx } from '@millrace/database'
import type { EventFact, Json } from '@millrace/program'
import type { BlockState } from '../block/load-block.ts'
import type { BlockContact } from '../block/lock-block.ts'
import type { BlockWrites, HandedDelivery } from '../block/writes.ts'

/** What the services of one block share: its transaction, its contact as the block has made it so far, its writes. */
export class BlockScope {
  readonly tx: Tx
  readonly contact: BlockContact
  readonly state: BlockState
  readonly zone: string
  points: number
  #tags: readonly string[]
  #tagged = false
  #deliveries: readonly HandedDelivery[] = []

  constructor({ tx, contact, state, zone }: BlockStart) {
    this.tx = tx
    this.contact = contact
    this.state = state
    this.zone = zone
    this.points = contact.points
    this.#tags = contact.tags
  }

  get now(): Date {
    return this.contact.now
  }

  get tags(): readonly string[] {
    return this.#tags
  }

  tag(tags: readonly string[]): void {
    this.#tags = tags
    this.#tagged = true
  }

  hand(delivery: HandedDelivery): void {
    this.#deliveries = [...this.#deliveries, delivery]
  }

  get writes(): BlockWrites {
    return { tags: this.#tagged ? this.#tags : null, deliveries: this.#deliveries }
  }

  /** A way back to how things are now, in memory; the transaction needs a savepoint of its own. */
  remember(): () => void {
    const { points } = this
    const [tags, tagged, deliveries] = [this.#tags, this.#tagged, this.#deliveries]
    return () => {
      this.points = points
      this.#tags = tags
      this.#tagged = tagged
      this.#deliveries = deliveries
    }
  }

  /** The event of this number in the contact's own order. */
  async event(seq: number | null): Promise<EventFact | null> {
    if (seq === null) return null
    const { tx, contact, state } = this
    if (state.event?.seq === seq) return state.event
    const row = await tx
      .selectFrom('event')
      .select(['type', 'at', 'data'])
      .where('contact_id', '=', contact.id)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (row === undefined) return null
    // `jsonb` holds nothing but JSON.
    return { type: row.type, at: row.at.getTime(), data: row.data as { [key: string]: Json } }
  }
}

interface BlockStart {
  readonly tx: Tx
  readonly contact: BlockContact
  readonly state: BlockState
  readonly zone: string
}
