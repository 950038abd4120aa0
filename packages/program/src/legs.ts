import { addDuration } from './duration.ts'
import type { LegSpec } from './program.ts'
import type { Instant } from './text.ts'
import { resolveTime, type TimeContext } from './time-spec.ts'

/** A leg whose times are known; a wait row stores these, so that ingest needs no program to match. */
export type Leg = LegSpec & {
  /** Events that arrived earlier are not for this leg. */
  readonly from: Instant
  /** Arrival before it answers, at or after it never does. */
  readonly due: Instant
}

/** The legs of a wait with their times; `after` is the `from` of whatever wait comes next by time. */
export interface TimedWait {
  readonly legs: readonly Leg[]
  readonly after: Instant
}

/** Where event windows start (`from`), and what the times are worked out from (`TimeContext`, its `base` the block's clock). */
export interface LegStart extends TimeContext {
  readonly from: Instant
}

/** Times each leg from the end of the one before; `null` with the leg whose attribute holds no time. */
export function timeLegs(
  specs: readonly LegSpec[],
  start: LegStart,
): TimedWait | { readonly untimed: LegSpec } {
  const legs: Leg[] = []
  let { base, from } = start
  for (const spec of specs) {
    const meant =
      spec.type === 'sleep'
        ? resolveTime(spec.until, { base, zone: start.zone, attribute: start.attribute })
        : addDuration(base, spec.timeout, start.zone)
    if (meant === null) return { untimed: spec }
    // A calendar wait already past continues at once, and does not close the window for events that came since.
    base = Math.max(base, meant)
    legs.push({ ...spec, from, due: base })
    from = Math.max(from, meant)
  }
  return { legs, after: from }
}

/** The leg that an event of this type, arriving at `stamp`, would answer; its `where` is still to be tested. */
export function openLeg(legs: readonly Leg[], event: { type: string; stamp: Instant }): number | null {
  const index = legs.findIndex(
    (leg) =>
      leg.type === 'event' && leg.event === event.type && leg.from <= event.stamp && event.stamp < leg.due,
  )
  return index < 0 ? null : index
}

/** When a wait ends by time. */
export function finalDue(legs: readonly Leg[]): Instant {
  return legs.at(-1)?.due ?? 0
}

/** The leg a contact stands in at `now`; the last one when all are due. */
export function currentLeg(legs: readonly Leg[], now: Instant): number {
  const index = legs.findIndex((leg) => now < leg.due)
  return index < 0 ? legs.length - 1 : index
}

/** The port by which a leg is left when its time comes. */
export function duePort(leg: LegSpec): 'next' | 'timeout' {
  return leg.type === 'event' ? 'timeout' : 'next'
}
