import type { Facts } from '../condition/facts.ts'
import type { Answer, Cursor, Host, Outcome } from '../host.ts'
import { type Leg, openLeg } from '../legs.ts'
import type { Act, EventSpec, Instruction, Program, SleepSpec, Split, Target, Wait } from '../program.ts'
import type { Json } from '../text.ts'

/** Milliseconds. */
export const HOUR = 3_600_000
/** 2026-07-01T10:00Z, when the world begins. */
export const START = 1_782_900_000_000

/** An event that has arrived, in the contact’s order. */
export interface Arrival {
  readonly type: string
  readonly seq: number
  readonly stamp: number
}

/** A world in memory: what happened to one contact, and what its effects answer. */
export class World implements Host {
  now = START
  readonly zone = 'Asia/Shanghai'
  attributes: Record<string, Json> = {}
  facts_: Partial<Facts> = {}
  events: Arrival[] = []
  outcomes: Record<string, Outcome> = {}
  readonly performed: string[] = []

  attribute(name: string): Json | undefined {
    return this.attributes[name]
  }

  async facts(): Promise<Facts> {
    const { now, zone, attributes } = this
    return { now, zone, attributes, tags: [], points: 0, event: null, events: {}, ...this.facts_ }
  }

  async perform(act: Act, key: { turn: number; step: number }): Promise<Outcome> {
    const outcome = this.outcomes[act.node] ?? { port: 'next' }
    if (!('attention' in outcome)) this.performed.push(`${act.node} ${key.turn}/${key.step}`)
    return outcome
  }

  async arm(split: Split): Promise<{ port: string; reads: Json }> {
    return { port: split.arms[1]?.port ?? '', reads: { bucket: 7 } }
  }

  async answer(legs: readonly Leg[], cursor: Cursor): Promise<Answer | null> {
    for (const { type, seq, stamp } of this.events) {
      const leg = seq > cursor.seq && stamp >= cursor.at ? openLeg(legs, { type, stamp }) : null
      if (leg !== null) return { leg, seq, at: stamp }
    }
    return null
  }
}

/** An effect that goes on to `to`; its other port leads out. */
export const act = (node: string, to: Target, more: Partial<Act> = {}): Act => ({
  op: 'act',
  node,
  kind: 'grant-coupon',
  configVersion: 1,
  config: {},
  ports: { next: to, unavailable: 'out' },
  ...more,
})
/** A leg that sleeps. */
export const sleepOf = (node: string, until: SleepSpec['until']): SleepSpec => ({
  type: 'sleep',
  node,
  kind: 'delay',
  until,
})
/** A leg that waits for `order.paid`. */
export const eventOf = (node: string, timeout: string, received: Target): EventSpec => ({
  type: 'event',
  node,
  kind: 'wait-for-event',
  event: 'order.paid',
  timeout,
  received,
})
/** A wait that goes on to `next` by time. */
export const wait = (next: Target, ...legs: Wait['legs']): Wait => ({ op: 'wait', legs, next })
const out: Instruction = { op: 'exit', node: 'out', kind: 'exit' }

/** A program of these instructions and `out`, an exit. */
export function programOf(next: Target, instructions: Record<string, Instruction>): Program {
  const entry = { node: 'in', kind: 'entry', on: { event: 'contact.followed' }, next }
  return {
    format: 'millrace.program/1',
    timeZone: 'Asia/Shanghai',
    reentry: { mode: 'never' },
    entry,
    instructions: { out, ...instructions },
  }
}
