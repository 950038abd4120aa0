import type { Instant, Json } from '../text.ts'

/** What a condition may see of an event; `at` is its own time, as its source dated it. */
export interface EventFact {
  readonly type: string
  readonly at: Instant
  readonly data: { readonly [key: string]: Json }
}

/** What a condition may see of a contact. */
export interface Facts {
  readonly now: Instant
  /** The zone in which calendar durations and zoneless times are read. */
  readonly zone: string
  readonly attributes: { readonly [name: string]: Json }
  readonly tags: readonly string[]
  readonly points: number
  /** The event that entered or answered; in a `where` the event being tested. */
  readonly event: EventFact | null
  /** The contact's events of each type that `eventTypesOf` named. */
  readonly events: { readonly [type: string]: readonly EventFact[] }
}

/** A decision and the values it saw, by field as the rule names it. */
export interface Verdict {
  readonly holds: boolean
  readonly reads: { readonly [field: string]: Json }
}
