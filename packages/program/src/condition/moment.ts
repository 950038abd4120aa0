import { DateTime } from 'luxon'
import type { Instant } from '../text.ts'
import { instantOfWall } from '../wall-clock.ts'

const DATE =
  '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))' +
  '|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[048]|[2468][048]|[13579][26])00)-02-29)'
const CLOCK = '(?:[01][0-9]|2[0-3]):[0-5][0-9]'
const SECONDS = ':[0-5][0-9](?:[.][0-9]+)?'
const OFFSET = '(?:[Zz]|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])'

/**
 * The texts that are moments, as a regular expression that JavaScript and PostgreSQL read alike: RFC 3339 in years
 * 0001 to 9999, without leap seconds, offsets up to 14:59. Digits after the third of a second's fraction do not count.
 */
export const MOMENT_PATTERN = `^(?!0000)${DATE}[Tt ]${CLOCK}${SECONDS}${OFFSET}$`

const MOMENT = new RegExp(MOMENT_PATTERN)
const LOCAL = new RegExp(`^(?!0000)${DATE}(?:[Tt ]${CLOCK}(?:${SECONDS})?)?$`)

/** The moment that an RFC 3339 text names; null when it is no such text. */
export function momentOf(text: string): Instant | null {
  if (!MOMENT.test(text)) return null
  return wallOf(text) - (/[Zz]$/.test(text) ? 0 : offsetOf(text.slice(-6)))
}

/** As `momentOf`, and also a date (its midnight) or a date with a time of day, read in `zone`. */
export function momentIn(text: string, zone: string): Instant | null {
  return LOCAL.test(text) ? instantOfWall(wallOf(text), zone) : momentOf(text)
}

/** What the clock shows in the text, as if it were UTC. */
function wallOf(text: string): number {
  const part = (from: number, to: number): number => Number(text.slice(from, to))
  const fraction = /[.]([0-9]{1,3})/.exec(text)?.[1] ?? ''
  return DateTime.utc(
    part(0, 4),
    part(5, 7),
    part(8, 10),
    part(11, 13),
    part(14, 16),
    text[16] === ':' ? part(17, 19) : 0,
    Number(fraction.padEnd(3, '0')),
  ).toMillis()
}

function offsetOf(offset: string): number {
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
