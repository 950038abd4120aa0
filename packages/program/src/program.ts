import type { Condition } from './condition/condition.ts'
import type { Json } from './text.ts'
import type { TimeSpec } from './time-spec.ts'

/** The format that this interpreter writes; it reads every released one. */
export const PROGRAM_FORMAT = 'millrace.program/1'

/** Names an instruction: the id of the node it was lowered from, with `#n` for the second and later ones of a node. */
export type Label = string

/** Where a port leads; `null` is a port without an edge: the enrolment ends there, as completed. */
export type Target = Label | null

/** What a contact's journey runs: immutable, named by its hash, holding nothing that layout or notes could change. */
export interface Program {
  readonly format: typeof PROGRAM_FORMAT
  /** IANA zone for contacts that have none of their own. */
  readonly timeZone: string
  readonly reentry: Reentry
  readonly entry: Entry
  readonly instructions: Readonly<Record<Label, Instruction>>
}

/** Whether a contact may enter again; `coolDown` is an ISO 8601 duration counted from the last exit. */
export type Reentry =
  | { readonly mode: 'never' }
  | { readonly mode: 'after-exit'; readonly coolDown?: string }
  | { readonly mode: 'always' }

/** What brings a contact in. */
export interface Entry extends Place {
  readonly on: Trigger
  readonly next: Target
}

/** An event with an optional condition on it, or an operator's hand. */
export type Trigger = { readonly event: string; readonly where?: Condition } | { readonly manual: true }

/** The node that an instruction speaks for, as the trace and the counts name it. */
export interface Place {
  readonly node: string
  readonly kind: string
}

/** The closed set: a new node lowers to these, a new member here is a change of the machine. */
export type Instruction = Act | Branch | Split | Wait | Exit

/** Runs the node's effect and leaves by the port it answers. */
export interface Act extends Place {
  readonly op: 'act'
  readonly configVersion: number
  readonly config: Json
  readonly ports: Readonly<Record<string, Target>>
  /** Where the visit goes on to await the outcome of what the effect handed over, instead of leaving at once. */
  readonly hold?: Label
}

/** Leaves by the first case that holds. */
export interface Branch extends Place {
  readonly op: 'branch'
  readonly cases: readonly { readonly port: string; readonly when: Condition; readonly to: Target }[]
  readonly else: Target
}

/** Leaves by the contact's arm; an arm's share is its weight by the sum of all. */
export interface Split extends Place {
  readonly op: 'split'
  readonly arms: readonly Arm[]
  readonly seed?: string
}

/** One arm of a split. */
export interface Arm {
  readonly port: string
  readonly weight: number
  readonly to: Target
}

/** One wait or several fused ones: each leg gives way to the next when its time comes, the last one to `next`. */
export interface Wait {
  readonly op: 'wait'
  readonly legs: readonly LegSpec[]
  readonly next: Target
}

/** What a leg waits for, before its times are known. */
export type LegSpec = SleepSpec | EventSpec | OutcomeSpec

/** Until a time comes. */
export interface SleepSpec extends Place {
  readonly type: 'sleep'
  readonly until: TimeSpec
}

/** Until a matching event or the timeout (ISO 8601), whichever is first. */
export interface EventSpec extends Place {
  readonly type: 'event'
  readonly event: string
  readonly where?: Condition
  readonly timeout: string
  readonly received: Target
}

/** Until the delivery that the visit's act handed over has an outcome; never fused with other legs. */
export interface OutcomeSpec extends Place {
  readonly type: 'outcome'
  readonly timeout: string
  readonly failed: Target
}

/** Ends the enrolment as completed. */
export interface Exit extends Place {
  readonly op: 'exit'
}

/** The instruction at a label; a program that passed the compiler has one for every target it names. */
export function instructionAt(program: Program, label: Label): Instruction {
  if (!Object.hasOwn(program.instructions, label)) throw new Error(`The program has no instruction ${label}.`)
  // `hasOwn` has just shown that it is there.
  return program.instructions[label] as Instruction
}
