import { type Instant, parseTime } from '@millrace/program'
import { DateTime } from 'luxon'
import { show } from './show.ts'

/** The moment and the zone in which a text is rendered. */
export interface TextClock {
  readonly now: Instant
  readonly zone: string
}

/** strftime letters as luxon has them; `%e` and `%-d` aside they are zero-padded. */
const TOKENS: Readonly<Record<string, string>> = {
  Y: 'yyyy',
  y: 'yy',
  m: 'MM',
  d: 'dd',
  e: 'd',
  H: 'HH',
  I: 'hh',
  k: 'H',
  l: 'h',
  M: 'mm',
  S: 'ss',
  L: 'SSS',
  j: 'ooo',
  B: 'LLLL',
  b: 'LLL',
  A: 'cccc',
  a: 'ccc',
  u: 'c',
  p: 'a',
  z: 'ZZZ',
  s: 'X',
  F: 'yyyy-MM-dd',
  T: 'HH:mm:ss',
  R: 'HH:mm',
}

/** A time in the style of strftime; what is no time stays as it is, an unknown letter too. */
export function formatDate(value: unknown, format: unknown, clock: TextClock): unknown {
  const at = instantOf(value, clock)
  if (at === null) return value
  const time = DateTime.fromMillis(at, { zone: clock.zone, locale: 'en' })
  const pattern = format === undefined ? '%F %R' : show(format)
  return pattern.replace(/%(-?)([a-zA-Z%])/g, (whole, bare: string, letter: string) => {
    if (letter === '%') return '%'
    const token = Object.hasOwn(TOKENS, letter) ? TOKENS[letter] : undefined
    if (token === undefined) return whole
    const text = time.toFormat(token)
    return bare === '' ? text : text.replace(/^0+(?=\d)/, '')
  })
}

/** The clock as `now` shows it: local time with its offset. */
export function localNow({ now, zone }: TextClock): string {
  return DateTime.fromMillis(now, { zone }).toISO({ suppressMilliseconds: true }) ?? ''
}

function instantOf(value: unknown, { now, zone }: TextClock): Instant | null {
  if (value === 'now' || value === 'today') return now
  // Liquid counts seconds; what would be beyond the year 5000 is milliseconds.
  if (typeof value === 'number') return Math.abs(value) < 1e11 ? value * 1000 : value
  return typeof value === 'string' ? parseTime(value, zone) : null
}
