import { DateTime } from 'luxon'
import { addDuration } from './duration.ts'
import type { Instant, Json } from './text.ts'

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

/** The next local time of day after `base`; a time that the clock skips (DST) is the first one after the gap. */
function nextTimeOfDay(
  spec: { time: string; weekdays?: readonly number[] },
  { base, zone }: TimeContext,
): Instant {
  const [hour, minute] = spec.time.split(':').map(Number)
  const today = DateTime.fromMillis(base, { zone }).startOf('day')
  for (let day = 0; ; day++) {
    const at = today.plus({ days: day }).set({ hour: hour ?? 0, minute: minute ?? 0 })
    const wanted =
      spec.weekdays === undefined || spec.weekdays.length === 0 || spec.weekdays.includes(at.weekday)
    if (wanted && at.toMillis() > base) return at.toMillis()
  }
}

/** RFC 3339, or a date or local date-time read in `zone` (a bare date is its midnight). */
export function parseTime(value: Json | undefined, zone: string): Instant | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null
  const at = DateTime.fromISO(value, { zone })
  return at.isValid ? at.toMillis() : null
}
