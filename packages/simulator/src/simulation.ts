import type { Instant } from '@millrace/program'
import { runEnrolment } from './block.ts'
import { ingest } from './ingest.ts'
import { enterByHand, goOn, type Refused, resume, type Skipped, takeOut } from './operator.ts'
import { moveDelivery } from './send.ts'
import type { ContactSetup, IncomingEvent, Setup } from './setup.ts'
import * as view from './view.ts'
import { type Award, type Enrolment, World } from './world.ts'

/** How far a simulation runs: up to a time, or until so many blocks have run. */
export interface Limit {
  readonly until?: Instant
  readonly blocks?: number
}

/**
 * One journey and its contacts on a virtual clock: the interpreter and the effects that carry real contacts, on
 * services in memory. What is done happens at `now`; only `advanceTo` and `runToEnd` move the clock. Calls must not
 * overlap.
 */
export class Simulation {
  readonly #world: World

  constructor(setup: Setup) {
    this.#world = new World(setup)
  }

  get now(): Instant {
    return this.#world.now
  }

  /** Blocks run so far. */
  get blocks(): number {
    return this.#world.blocks
  }

  /** Takes in events as one batch: matches them and runs whom they concern. */
  ingest(events: readonly IncomingEvent[]): Promise<void> {
    return ingest(this.#world, events)
  }

  /** Enters contacts by an operator's hand; answers who has not entered. */
  enrol(contacts: readonly string[]): Promise<Skipped[]> {
    return enterByHand(this.#world, contacts)
  }

  /** Creates contacts or changes what is given. */
  upsert(contacts: readonly ContactSetup[]): void {
    for (const contact of contacts) this.#world.upsert(contact)
  }

  /** Stops the journey from acting: entries and events are recorded, clocks run, messages hold. */
  pause(): void {
    this.#world.paused = true
  }

  resume(): Promise<void> {
    return resume(this.#world)
  }

  retry(enrolment: string): Promise<Refused | null> {
    return goOn(this.#world, this.#find(enrolment), 'retry')
  }

  skip(enrolment: string): Promise<Refused | null> {
    return goOn(this.#world, this.#find(enrolment), 'skip')
  }

  exit(enrolment: string): Refused | null {
    return takeOut(this.#world, this.#find(enrolment))
  }

  /** Does all that is due up to `at`, this moment included, and leaves the clock there. */
  async advanceTo(at: Instant): Promise<void> {
    await this.runToEnd({ until: at })
    this.#world.now = Math.max(this.#world.now, at)
  }

  /** Goes from one due time to the next; answers whether nothing is due any more, or a limit was met. */
  async runToEnd({ until = Infinity, blocks = Infinity }: Limit = {}): Promise<'quiet' | 'limit'> {
    const world = this.#world
    const last = world.blocks + blocks
    for (;;) {
      const next = world.agenda.next
      if (next === undefined) return 'quiet'
      if (next.at > until || world.blocks >= last) return 'limit'
      world.agenda.take()
      world.now = Math.max(world.now, next.at)
      if ('delivery' in next) await moveDelivery(world, next.delivery)
      // A wait that has been left is no longer the one that its enrolment stands in.
      else if (next.enrolment.waiting === next.waiting) await runEnrolment(world, next.enrolment)
    }
  }

  /** In the order in which contacts entered. */
  enrolments(): view.EnrolmentView[] {
    return view.viewEnrolments(this.#world)
  }

  contacts(): view.ContactView[] {
    return view.viewContacts(this.#world)
  }

  coupons(): view.CouponView[] {
    return view.viewCoupons(this.#world)
  }

  deliveries(): view.DeliveryView[] {
    return view.viewDeliveries(this.#world)
  }

  /** The points ledger, the oldest line first. */
  awards(): readonly Award[] {
    return [...this.#world.awards.values()]
  }

  #find(id: string): Enrolment | undefined {
    return this.#world.enrolments.find((one) => one.id === id)
  }
}

/** Starts a simulation; nothing has happened yet. */
export function createSimulation(setup: Setup): Simulation {
  return new Simulation(setup)
}
