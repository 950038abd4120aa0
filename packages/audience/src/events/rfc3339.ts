import type { Instant } from '@millrace/program'

const PATTERN = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):(\d\d))$/
const FIRST = Date.parse('0001-01-01T00:00:00Z')
const LAST = Date.parse('9999-12-31T23:59:59.999Z')

/**
 * The moment an RFC 3339 date-time names, cut to milliseconds; null for anything else. A leap second is the
 * next one.
 */
export function parseRfc3339(text: string): Instant | null {
  const parts = PATTERN.exec(text)
  if (parts === null) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number)
  if (hour === undefined || minute === undefined || second === undefined) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  const midnight = Date.parse(`${parts[1]}-${parts[2]}-${parts[3]}T00:00:00Z`)
  const date = new Date(midnight)
  // A day that the month does not have is NaN or rolls over into the next.
  if (date.getUTCDate() !== day || date.getUTCMonth() + 1 !== month || date.getUTCFullYear() !== year)
    return null
  const offset = offsetOf(parts)
  if (offset === null) return null
  const millis = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const at = midnight + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millis
  return at >= FIRST && at <= LAST ? at : null
}

function offsetOf(parts: RegExpExecArray): number | null {
  if (parts[8] === undefined) return 0
  const hours = Number(parts[9])
  const minutes = Number(parts[10])
  if (hours > 23 || minutes > 59) return null
  return (parts[8] === '-' ? -1 : 1) * (hours * 60 + minutes)
}
