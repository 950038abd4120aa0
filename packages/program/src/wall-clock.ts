import { IANAZone } from 'luxon'
import type { Instant } from './text.ts'

const DAY = 86_400_000

/**
 * The moment at which the clocks of `zone` show `wall`, given as if it were UTC. A reading that DST repeats is the
 * first one; one that DST skips is the first moment after the gap. It depends on nothing but its arguments.
 */
export function instantOfWall(wall: number, zone: string): Instant {
  const clock = IANAZone.create(zone)
  const offset = (at: Instant): number => Math.round(clock.offset(at) * 60_000)
  const before = offset(wall - DAY)
  const after = offset(wall + DAY)
  const first = wall - before
  if (before === after || offset(first) === before) return first
  const second = wall - after
  return offset(second) === after ? second : endOfGap(second, first, (at) => offset(at) === after)
}

/** The first moment in (from, to] from which on `isAfter` holds. */
function endOfGap(from: Instant, to: Instant, isAfter: (at: Instant) => boolean): Instant {
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isAfter(middle)) high = middle
    else low = middle
  }
  return high
}
