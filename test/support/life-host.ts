import { performEffect } from '@millrace/nodes/effects'
import {
  type Act,
  type Answer,
  assignArm,
  type Cursor,
  evaluate,
  type Facts,
  type Host,
  type Instant,
  type Leg,
  openLeg,
  type Split,
} from '@millrace/program'
import { memoryServices } from '../../packages/nodes/test/memory-services.ts'
import type { Life, LifeEvent } from '../generators/lives.ts'

/** A host over one life at one moment, whose effects write nothing down: enough to run a program to its end. */
export class LifeHost implements Host {
  readonly now: Instant
  readonly zone: string
  readonly #life: Life
  readonly #stock: number

  constructor(life: Life, now: Instant, stock: number) {
    this.#life = life
    this.now = now
    this.zone = life.zone
    this.#stock = stock
  }

  attribute(name: string) {
    return this.#life.attributes[name]
  }

  async facts(types: readonly string[], seq: number | null): Promise<Facts> {
    const past = this.#life.events.filter(({ at }) => at <= this.now)
    const events = types.map((type) => [type, past.filter((event) => event.type === type)] as const)
    return this.#factsOf(past.find((event) => event.seq === seq) ?? null, Object.fromEntries(events))
  }

  perform(act: Act, _key: unknown, seq: number | null) {
    const event = this.#life.events.find((one) => one.seq === seq)?.data ?? {}
    const { attributes: contact, tags } = this.#life
    const coupons = { plenty: 1, scarce: this.#stock }
    return performEffect(act, memoryServices({ coupons, contact, event, tags }).services)
  }

  async arm({ arms, seed = 'journey' }: Split) {
    const { arm, bucket } = assignArm(arms, seed, JSON.stringify(this.#life.luck))
    return { port: arm.port, reads: { bucket } }
  }

  async answer(legs: readonly Leg[], cursor: Cursor): Promise<Answer | null> {
    return this.findAnswer(legs, cursor, (event) => event.at <= this.now)
  }

  /** The first of the contact's events after the cursor that answers one of these legs. */
  findAnswer(legs: readonly Leg[], cursor: Cursor, counts: (event: LifeEvent) => boolean): Answer | null {
    for (const event of this.#life.events) {
      if (event.seq <= cursor.seq || !counts(event)) continue
      const leg = openLeg(legs, { type: event.type, stamp: event.at })
      if (leg !== null && this.#passes(legs[leg], event)) return { leg, seq: event.seq, at: event.at }
    }
    return null
  }

  #passes(leg: Leg | undefined, event: LifeEvent): boolean {
    if (leg?.type !== 'event' || leg.where === undefined) return true
    // A `where` with a history sees none here: which events it counts is not what these walks are about.
    return evaluate(leg.where, this.#factsOf(event, {})).holds
  }

  #factsOf(event: LifeEvent | null, events: Facts['events']): Facts {
    const { attributes, tags, points, zone } = this.#life
    return { now: this.now, zone, attributes, tags, points, event, events }
  }
}
