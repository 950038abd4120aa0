import type { Step } from './host.ts'
import { currentLeg, duePort, type Leg } from './legs.ts'
import { instructionAt, type Label, type Place, type Program } from './program.ts'
import type { Instant } from './text.ts'

/** Where an enrolment stands when it is taken out. */
export interface Leaving {
  readonly turn: number
  /** The instruction that needs attention, if one does. */
  readonly label: Label | null
  /** The legs of the open wait; none without one. */
  readonly legs: readonly Leg[]
  /** Up to when legs have passed: now, or when the wait was answered. */
  readonly until: Instant
  readonly now: Instant
}

/** The legs that had passed, as the next block would have written them, and the node the contact was taken out of. */
export function exitSteps(program: Program, leaving: Leaving): Step[] {
  const { turn, legs, until, now } = leaving
  const passed = legs.slice(0, legs.length === 0 ? 0 : currentLeg(legs, until))
  const { node, kind } = legs[passed.length] ?? standsAt(program, leaving)
  const left = passed.map((leg) => ({ node: leg.node, kind: leg.kind, at: leg.due, port: duePort(leg) }))
  const out = { node, kind, at: now, port: null, output: { exited: true } }
  return [...left, out].map((step, index) => ({ ...step, turn, step: index }))
}

function standsAt(program: Program, { label }: Leaving): Place {
  if (label === null) return program.entry
  const instruction = instructionAt(program, label)
  if (!('legs' in instruction)) return instruction
  return instruction.legs[0] ?? program.entry
}
