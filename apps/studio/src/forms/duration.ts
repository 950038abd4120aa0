/** Units of the form, in the order of their size; each is one letter group of ISO 8601. */
export const UNITS = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const

export type Unit = (typeof UNITS)[number]

/** A duration as a form holds it: one number, one unit. */
export interface DurationParts {
  readonly amount: number
  readonly unit: Unit
}

const suffixes: Readonly<Record<Unit, string>> = {
  seconds: 'S',
  minutes: 'M',
  hours: 'H',
  days: 'D',
  weeks: 'W',
  months: 'M',
  years: 'Y',
}

const clockUnits: readonly Unit[] = ['seconds', 'minutes', 'hours']
const inSeconds = { seconds: 1, minutes: 60, hours: 3600 } as const

/** ISO 8601 of one number and unit; `PT24H` and `P1D` differ: a day keeps the wall-clock time. */
export function writeDuration({ amount, unit }: DurationParts): string {
  return `P${clockUnits.includes(unit) ? 'T' : ''}${amount}${suffixes[unit]}`
}

/** One number and unit that mean the same as `iso`; null when there is none, e.g. for days with hours. */
export function readDuration(iso: string): DurationParts | null {
  const match = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    iso,
  )
  if (match === null) return null
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1)
  const given = Object.entries({ years, months, weeks, days, hours, minutes, seconds }).flatMap(
    // The keys are those of the literal above.
    ([unit, text]) => (text === undefined ? [] : [{ unit: unit as Unit, amount: Number(text) }]),
  )
  const [only, ...others] = given
  if (only === undefined) return null
  return others.length === 0 ? only : inSmallest(given)
}

function inSmallest(given: readonly DurationParts[]): DurationParts | null {
  const smallest = given.at(-1)?.unit
  if (smallest === undefined || !isClock(smallest)) return null
  let sum = 0
  for (const { amount, unit } of given) {
    if (!isClock(unit)) return null
    sum += amount * inSeconds[unit]
  }
  return { amount: sum / inSeconds[smallest], unit: smallest }
}

function isClock(unit: Unit): unit is keyof typeof inSeconds {
  return clockUnits.includes(unit)
}
