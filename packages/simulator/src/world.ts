import type { Cursor, Instant, Json, Label, Reason, Step, Waiting, Wake } from '@millrace/program'
import { Agenda } from './agenda.ts'
import type { ContactSetup, CouponSetup, Data, Outcome, PersonSetup, Setup } from './setup.ts'

/** Everything that is so at the moment: what the engine has in PostgreSQL. */
export class World {
  readonly program: Setup['program']
  readonly journeyId: string
  readonly channels: Setup['channels']
  readonly contacts = new Map<string, Contact>()
  readonly coupons = new Map<string, Coupon>()
  /** Grants and awards by the key of their step. */
  readonly grants = new Map<string, Grant>()
  readonly awards = new Map<string, Award>()
  readonly arms = new Map<string, { port: string; bucket: number }>()
  readonly enrolments: Enrolment[] = []
  /** By key, in the order in which they were written. */
  readonly deliveries = new Map<string, Delivery>()
  readonly eventIds = new Set<string>()
  readonly agenda = new Agenda()
  /** Messages whose time came during a pause. */
  readonly held: Delivery[] = []
  now: Instant
  paused = false
  /** Blocks run so far. */
  blocks = 0

  constructor({ program, journeyId, channels, contacts, coupons = [], start }: Setup) {
    this.program = program
    this.journeyId = journeyId
    this.channels = channels
    this.now = start
    for (const { id, stock = null, validFor = null } of coupons)
      this.coupons.set(id, { id, stock, validFor, granted: 0 })
    for (const person of contacts) this.#settle(person)
  }

  zoneOf({ timeZone }: Contact): string {
    return timeZone ?? this.program.timeZone
  }

  /** The contact of an id; an unknown one is created. */
  contact(id: string): Contact {
    const known = this.contacts.get(id)
    if (known !== undefined) return known
    const created: Contact = {
      id,
      attributes: {},
      timeZone: null,
      tags: [],
      points: 0,
      events: [],
      enrolments: [],
    }
    this.contacts.set(id, created)
    return created
  }

  /** Creates a contact or changes what is given. */
  upsert({ id, attributes = {}, timeZone, tags }: ContactSetup): Contact {
    const contact = this.contact(id)
    const merged = Object.entries({ ...contact.attributes, ...attributes })
    contact.attributes = Object.fromEntries(merged.filter(([name]) => attributes[name] !== null))
    if (timeZone !== undefined) contact.timeZone = timeZone
    if (tags !== undefined) contact.tags = tags
    return contact
  }

  #settle(person: PersonSetup): void {
    const contact = this.upsert(person)
    contact.points = person.points ?? 0
    for (const { type, at, data = {} } of person.history ?? [])
      contact.events.push({ type, at, data, seq: contact.events.length + 1, stamp: this.now, live: false })
  }
}

/** A person, with its events in its own order. */
export interface Contact {
  readonly id: string
  attributes: { readonly [name: string]: Json }
  timeZone: string | null
  tags: readonly string[]
  points: number
  readonly events: StoredEvent[]
  readonly enrolments: Enrolment[]
}

/** A kind of coupon and how many of it have been given out. */
export interface Coupon extends Required<CouponSetup> {
  granted: number
}

/** An event in its contact's own order; `stamp` is when it arrived. */
export interface StoredEvent {
  readonly type: string
  readonly at: Instant
  readonly data: Data
  readonly seq: number
  readonly stamp: Instant
  readonly live: boolean
}

/** Where one contact's run through the journey stands. */
export interface Enrolment {
  readonly id: string
  /** The order in which contacts entered. */
  readonly index: number
  readonly contact: Contact
  readonly enteredAt: Instant
  readonly steps: Step[]
  state: 'running' | 'waiting' | 'paused' | 'completed' | 'exited' | 'needs-attention'
  turn: number
  cursor: Cursor
  seq: number | null
  /** Why the next block runs, once something other than the time has said so. */
  wake: Wake | null
  waiting: Waiting | null
  stuck: { readonly label: Label; readonly reason: Reason } | null
  node: string | null
  endedAt: Instant | null
}

/** A coupon in a contact's hands. */
export interface Grant {
  readonly id: string
  readonly coupon: string
  readonly contact: string
  readonly at: Instant
  readonly expiresAt: Instant | null
}

/** A line of the points ledger; `balance` is the contact's sum after it. */
export interface Award {
  readonly contact: string
  readonly points: number
  readonly balance: number
  readonly reason: string | null
  readonly at: Instant
}

/** A message on its way out. */
export interface Delivery {
  readonly id: string
  readonly key: string
  readonly index: number
  readonly enrolment: Enrolment
  readonly node: string
  readonly channel: string
  readonly title: string | null
  readonly text: string
  readonly at: Instant
  state: 'queued' | Outcome
  /** Not sent, or not settled, before this time. */
  notBefore: Instant
  /** What its channel has said will become of it. */
  ending: Outcome | null
}
