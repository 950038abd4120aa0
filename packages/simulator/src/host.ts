import { performEffect } from '@millrace/nodes/effects'
import {
  type Act,
  type Answer,
  assignArm,
  type Cursor,
  type EventFact,
  evaluate,
  type Facts,
  type Host,
  type Json,
  type Leg,
  type Outcome,
  openLeg,
  type Split,
} from '@millrace/program'
import { bindServices } from './services.ts'
import type { Contact, Enrolment, StoredEvent, World } from './world.ts'

/** The interpreter's host in memory. */
export class MemoryHost implements Host {
  readonly #world: World
  readonly #enrolment: Enrolment
  readonly #contact: Contact

  constructor(world: World, enrolment: Enrolment) {
    this.#world = world
    this.#enrolment = enrolment
    this.#contact = enrolment.contact
  }

  get now(): number {
    return this.#world.now
  }

  get zone(): string {
    return this.#world.zoneOf(this.#contact)
  }

  attribute(name: string): Json | undefined {
    const { attributes } = this.#contact
    return Object.hasOwn(attributes, name) ? attributes[name] : undefined
  }

  async facts(_types: readonly string[], seq: number | null): Promise<Facts> {
    return factsOf(this.#world, this.#contact, { now: this.now, seq })
  }

  perform(act: Act, { turn, step }: { turn: number; step: number }, seq: number | null): Promise<Outcome> {
    const enrolment = this.#enrolment
    const key = `${enrolment.id}/${turn}/${step}`
    return performEffect(act, bindServices(this.#world, { enrolment, node: act.node, key, seq }))
  }

  async arm({ arms, seed, node }: Split): Promise<{ port: string; reads: Json }> {
    const { journeyId, arms: given } = this.#world
    const { id } = this.#contact
    const drawn = seed ?? `${journeyId}:${node}`
    const key = JSON.stringify([drawn, id])
    const { arm, bucket } = assignArm(arms, drawn, id)
    const kept = given.get(key)
    const isThere = kept !== undefined && arms.some(({ port }) => port === kept.port)
    const own = isThere ? kept : { port: arm.port, bucket }
    given.set(key, own)
    return { port: own.port, reads: { bucket: own.bucket } }
  }

  async answer(legs: readonly Leg[], cursor: Cursor): Promise<Answer | null> {
    const later = this.#contact.events.filter(({ seq, live }) => live && seq > cursor.seq)
    return firstAnswer(this.#world, this.#contact, { legs, events: later })
  }
}

/** The first of these events that answers one of the legs; they stand in the contact's own order. */
export function firstAnswer(
  world: World,
  contact: Contact,
  { legs, events }: { readonly legs: readonly Leg[]; readonly events: readonly StoredEvent[] },
): Answer | null {
  for (const event of events) {
    const index = openLeg(legs, event)
    const leg = index === null ? undefined : legs[index]
    if (index === null || leg?.type !== 'event') continue
    if (leg.where === undefined || evaluate(leg.where, factsAt(world, contact, event)).holds)
      return { leg: index, seq: event.seq, at: event.stamp }
  }
  return null
}

/** What a condition on an event sees: the contact as it is, the clock and the events as the event found them. */
export function factsAt(world: World, contact: Contact, { seq, stamp }: StoredEvent): Facts {
  return factsOf(world, contact, { now: stamp, seq, upTo: seq })
}

interface Seen {
  readonly now: number
  readonly seq: number | null
  readonly upTo?: number
}

function factsOf(world: World, contact: Contact, { now, seq, upTo = Infinity }: Seen): Facts {
  const past = contact.events.filter((event) => event.seq <= upTo)
  const event = contact.events.find((one) => one.seq === seq)
  const byType = Map.groupBy(past.map(factOf), ({ type }) => type)
  return {
    now,
    zone: world.zoneOf(contact),
    attributes: contact.attributes,
    tags: contact.tags,
    points: contact.points,
    event: event ? factOf(event) : null,
    events: Object.fromEntries(byType),
  }
}

function factOf({ type, at, data }: StoredEvent): EventFact {
  return { type, at, data }
}
