import { DateTime, Duration, IANAZone } from 'luxon'
import type { Instant } from './text.ts'

const ISO = /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/

/** Whether `text` is an ISO 8601 duration of whole, non-negative units that is longer than nothing and at most ten years. */
export function isDuration(text: string): boolean {
  if (!ISO.test(text)) return false
  const days = Duration.fromISO(text).as('days')
  return days > 0 && days <= 3660
}

/** `base` plus an ISO 8601 duration: calendar units keep the wall-clock time of `zone`, clock units are exact. */
export function addDuration(base: Instant, duration: string, zone: string): Instant {
  return DateTime.fromMillis(base, { zone }).plus(Duration.fromISO(duration)).toMillis()
}

/** `base` minus an ISO 8601 duration, by the same rule as `addDuration`. */
export function subtractDuration(base: Instant, duration: string, zone: string): Instant {
  return DateTime.fromMillis(base, { zone }).minus(Duration.fromISO(duration)).toMillis()
}

/** Whether `zone` is an IANA zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return /^[A-Za-z]/.test(zone) && IANAZone.isValidZone(zone)
}
