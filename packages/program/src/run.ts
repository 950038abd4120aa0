import type { Answer, BlockEnd, BlockStart, Cursor, Standing, Step, Waiting } from './host.ts'
import { duePort, type Leg } from './legs.ts'
import type { Place } from './program.ts'
import type { Instant, Json } from './text.ts'

/** The record that one block writes while it runs. */
export class Run {
  cursor: Cursor
  seq: number | null
  readonly #turn: number
  readonly #steps: Step[] = []
  readonly #passes = new Map<string, number>()
  #answers = 0
  #hold: Waiting['awaits']

  constructor({ turn, cursor, seq }: BlockStart) {
    this.#turn = turn
    this.cursor = cursor
    this.seq = seq
  }

  /** The key of the effect that runs now: that of the visit it will leave, of which a block has one at a time. */
  key(): { turn: number; step: number } {
    return { turn: this.#turn, step: this.#steps.length }
  }

  leave(place: Place, at: Instant, port: string | null, seen: { reads?: Json; output?: Json } = {}): void {
    const { node, kind } = place
    this.#steps.push({ at, turn: this.#turn, step: this.#steps.length, node, kind, port, ...seen })
  }

  leaveDue(legs: readonly Leg[], output?: Json): void {
    for (const leg of legs) this.leave(leg, leg.due, duePort(leg), output === undefined ? {} : { output })
  }

  /** Moves on with the event that answered. */
  take({ seq, at }: Answer): void {
    this.seq = seq
    this.cursor = { seq, at }
  }

  /** Moves on by time: what arrived before the timer fell due answers nothing any more. */
  pass(after: Instant): void {
    this.cursor = { seq: this.cursor.seq, at: Math.max(this.cursor.at, after) }
  }

  /** How many times this block has gone through the wait at `label` because its time had come, this one included. */
  countPass(label: string): number {
    const count = (this.#passes.get(label) ?? 0) + 1
    this.#passes.set(label, count)
    return count
  }

  /** How many answers this block has found already there, this one included. */
  countAnswer(): number {
    this.#answers += 1
    return this.#answers
  }

  hold(awaits: NonNullable<Waiting['awaits']>): void {
    this.#hold = awaits
  }

  takeHold(): Waiting['awaits'] {
    const held = this.#hold
    this.#hold = undefined
    return held
  }

  lastAt(now: Instant): Instant {
    return this.#steps.at(-1)?.at ?? now
  }

  end(standing: Standing): BlockEnd {
    return { cursor: this.cursor, seq: this.seq, steps: this.#steps, standing }
  }
}
