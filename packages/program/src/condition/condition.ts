import type { Json } from '../text.ts'

/** A React Query Builder rule group; an empty one is true. */
export interface Condition {
  readonly combinator: 'and' | 'or'
  readonly not?: boolean
  readonly rules: readonly (Condition | Rule)[]
}

/** One comparison, or with `match` a count of the contact's events that satisfy the nested group in `value`. */
export interface Rule {
  readonly field: string
  readonly operator: string
  readonly value?: Json | Condition
  readonly match?: Match
}

/** How many of the events must satisfy the nested group. */
export interface Match {
  readonly mode: 'all' | 'none' | 'some' | 'atLeast' | 'atMost' | 'exactly'
  readonly threshold?: number
}

/** Whether an entry of `rules` is a nested group. */
export function isGroup(entry: Condition | Rule): entry is Condition {
  return 'rules' in entry
}
