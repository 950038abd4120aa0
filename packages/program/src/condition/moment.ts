import { DateTime } from 'luxon'
import type { Instant } from '../text.ts'

const DATE =
  '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))' +
  '|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[048]|[2468][048]|[13579][26])00)-02-29)'
const CLOCK = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?'
const OFFSET = '(?:[Zz]|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])'

/**
 * The texts that are moments, as a regular expression that JavaScript and PostgreSQL read alike: RFC 3339 in years
 * 0001 to 9999, without leap seconds, offsets up to 14:59. Digits after the third of a second's fraction do not count.
 */
export const MOMENT_PATTERN = `^(?!0000)${DATE}[Tt]${CLOCK}${OFFSET}$`

const MOMENT = new RegExp(MOMENT_PATTERN)
const LOCAL = new RegExp(`^(?!0000)${DATE}(?:[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$`)

/** The moment that an RFC 3339 text names; null when it is no such text. */
export function momentOf(text: string): Instant | null {
  if (!MOMENT.test(text)) return null
  const zoned = /[Zz]$/.test(text) ? 0 : offsetMinutes(text.slice(-6))
  const fraction = /[.]([0-9]+)/.exec(text)?.[1] ?? ''
  const local = DateTime.utc(
    digits(text, 0, 4),
    digits(text, 5, 7),
    digits(text, 8, 10),
    digits(text, 11, 13),
    digits(text, 14, 16),
    digits(text, 17, 19),
    Number(fraction.slice(0, 3).padEnd(3, '0')),
  )
  return local.toMillis() - zoned * 60_000
}

/** As `momentOf`, and also a date (its midnight) or a date with a time of day, read in `zone`. */
export function momentIn(text: string, zone: string): Instant | null {
  if (!LOCAL.test(text)) return momentOf(text)
  const at = DateTime.fromISO(text.toUpperCase(), { zone })
  return at.isValid ? at.toMillis() : null
}

function digits(text: string, from: number, to: number): number {
  return Number(text.slice(from, to))
}

function offsetMinutes(offset: string): number {
  const minutes = digits(offset, 1, 3) * 60 + digits(offset, 4, 6)
  return offset.startsWith('-') ? -minutes : minutes
}
