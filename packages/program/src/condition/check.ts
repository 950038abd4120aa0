import type { Json, Text } from '../text.ts'

/** A fault in a condition; `path` is dotted and relative to the condition, e.g. `rules.0.operator`. */
export interface ConditionFault {
  readonly path: string
  readonly code: string
  readonly message: Text
}

/** Where a condition stands: a `where` tests an event, so it may read `event.…` of it. */
export function checkCondition(_condition: Json | undefined): ConditionFault[] {
  throw new Error('to be written')
}
