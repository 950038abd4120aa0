import type { Condition } from './condition.ts'
import type { Facts, Verdict } from './facts.ts'

/** Decides a checked condition on the facts; total: missing and wrongly typed values decide, they never throw. */
export function evaluate(_condition: Condition, _facts: Facts): Verdict {
  throw new Error('to be written')
}
