import { DateTime } from 'luxon'
import { momentIn } from './condition/moment.ts'
import { addDuration } from './duration.ts'
import type { Instant, Json } from './text.ts'
import { instantOfWall } from './wall-clock.ts'

/** When a sleep ends, in the contact's zone; weekdays are ISO (Monday = 1). */
export type TimeSpec =
  | { readonly for: string }
  | { readonly time: string; readonly weekdays?: readonly number[] }
  | { readonly attribute: string }
  | { readonly date: string }

/** What a time is worked out from; `zone` is the contact's. */
export interface TimeContext {
  readonly base: Instant
  readonly zone: string
  attribute(name: string): Json | undefined
}

/** The moment that `spec` means, possibly in the past; `null` when an attribute is missing or holds no time. */
export function resolveTime(spec: TimeSpec, context: TimeContext): Instant | null {
  if ('for' in spec) return addDuration(context.base, spec.for, context.zone)
  if ('time' in spec) return nextTimeOfDay(spec, context)
  return parseTime('date' in spec ? spec.date : context.attribute(spec.attribute), context.zone)
}

/** The next local time of day after `base`, on one of the weekdays; what DST skips or repeats is as `instantOfWall` says. */
function nextTimeOfDay(
  spec: { time: string; weekdays?: readonly number[] },
  { base, zone }: TimeContext,
): Instant {
  const [hour = 0, minute = 0] = spec.time.split(':').map(Number)
  const { year, month, day } = DateTime.fromMillis(base, { zone })
  const today = DateTime.utc(year, month, day, hour, minute)
  // Today's may be past and so may, where a zone skips a whole day, the one a week on.
  for (let days = 0; days <= 14; days++) {
    const wall = today.plus({ days })
    const at = instantOfWall(wall.toMillis(), zone)
    if (at > base && isWanted(wall.weekday, spec.weekdays)) return at
  }
  throw new Error(`No weekday is one of ${spec.weekdays?.join(', ')}.`)
}

function isWanted(weekday: number, wanted: readonly number[] | undefined): boolean {
  return wanted === undefined || wanted.length === 0 || wanted.includes(weekday)
}

/** The moment a text names: RFC 3339, or a date (its midnight) or a date with a time of day, read in `zone`. */
export function parseTime(value: Json | undefined, zone: string): Instant | null {
  return typeof value === 'string' ? momentIn(value, zone) : null
}
