import type { Facts } from './condition/facts.ts'
import type { Leg } from './legs.ts'
import type { Act, Label, Place, Split } from './program.ts'
import type { Instant, Json, Text } from './text.ts'

/** Up to where an enrolment has taken its contact's events: what answers its next wait comes after both. */
export interface Cursor {
  readonly seq: number
  readonly at: Instant
}

/** How an event answered a wait. */
export interface Answer {
  readonly leg: number
  readonly seq: number
  readonly at: Instant
}

/** Why an enrolment waits for an operator. */
export interface Reason {
  readonly code: string
  readonly node: string
  readonly message: Text
}

/** What an effect comes to: a port with what the trace shall show, or a reason to stop (then it has done nothing). */
export type Outcome =
  | { readonly port: string; readonly output?: Json; readonly awaits?: string }
  | { readonly attention: { readonly code: string; readonly message: Text } }

/** Everything outside that a block may ask or do; the engine and the simulator each bring one. */
export interface Host {
  readonly now: Instant
  readonly zone: string
  attribute(name: string): Json | undefined
  /** Facts about the contact with the events of the named types; `seq` is the event that entered or answered last. */
  facts(eventTypes: readonly string[], seq: number | null): Promise<Facts>
  /** Runs an effect; the same `key` never happens twice. */
  perform(act: Act, key: { turn: number; step: number }, seq: number | null): Promise<Outcome>
  /** The contact's arm, sticky, as (journey, seed) has it. */
  arm(split: Split): Promise<{ port: string; reads: Json }>
  /** The first event after the cursor that answers one of these legs, if it is already there. */
  answer(legs: readonly Leg[], cursor: Cursor): Promise<Answer | null>
}

/** One visit of a node, written when it is left; `port` is null where an `exit` ends the journey. */
export interface Step extends Place {
  readonly at: Instant
  readonly turn: number
  readonly step: number
  readonly port: string | null
  readonly reads?: Json
  readonly output?: Json
}

/** An open wait, as it is stored. */
export interface Waiting {
  readonly label: Label
  readonly legs: readonly Leg[]
  /** The cursor's `at` once the last leg is due. */
  readonly after: Instant
  /** The delivery whose outcome is awaited, and the output its act had. */
  readonly awaits?: { readonly delivery: string; readonly output?: Json }
}

/** Why a block runs. */
export type Wake =
  | { readonly why: 'enter'; readonly at: Instant }
  | { readonly why: 'retry' | 'skip'; readonly label: Label }
  | { readonly why: 'answered'; readonly waiting: Waiting; readonly answer: Answer }
  | {
      readonly why: 'outcome'
      readonly waiting: Waiting
      readonly port: 'next' | 'failed'
      readonly at: Instant
    }
  | { readonly why: 'due'; readonly waiting: Waiting }

/** What a block starts from. `turn` counts the blocks of an enrolment; `seq` is its current event. */
export interface BlockStart {
  readonly turn: number
  readonly cursor: Cursor
  readonly seq: number | null
  readonly wake: Wake
}

/** What a block comes to. */
export interface BlockEnd {
  readonly cursor: Cursor
  readonly seq: number | null
  readonly steps: readonly Step[]
  readonly standing: Standing
}

/** Where an enrolment stands after a block. */
export type Standing =
  /** With `answer` it is answered already, and the next block goes on at once. */
  | { readonly state: 'waiting'; readonly waiting: Waiting; readonly answer?: Answer }
  | { readonly state: 'completed'; readonly at: Instant }
  | { readonly state: 'needs-attention'; readonly label: Label; readonly reason: Reason }
