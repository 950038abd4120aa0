import { toNumber } from './show.ts'

/** Without the noise of binary fractions: 0.1 + 0.2 reads 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(15))
}

function dividedBy(value: unknown, by: unknown): number {
  const divisor = toNumber(by)
  if (divisor === 0) throw new Error('divided by zero')
  return tidy(toNumber(value) / divisor)
}

function modulo(value: unknown, by: unknown): number {
  const divisor = toNumber(by)
  if (divisor === 0) throw new Error('divided by zero')
  return tidy(toNumber(value) % divisor)
}

function round(value: unknown, digits: unknown = 0): number {
  const factor = 10 ** Math.min(12, Math.max(0, toNumber(digits)))
  return tidy(Math.round(tidy(toNumber(value) * factor)) / factor)
}

/** Filters on numbers; a quotient keeps its fraction, `floor` or `round` makes it whole. */
export const numberFilters = {
  plus: (value: unknown, other: unknown) => tidy(toNumber(value) + toNumber(other)),
  minus: (value: unknown, other: unknown) => tidy(toNumber(value) - toNumber(other)),
  times: (value: unknown, other: unknown) => tidy(toNumber(value) * toNumber(other)),
  divided_by: dividedBy,
  modulo,
  round,
  floor: (value: unknown) => Math.floor(toNumber(value)),
  ceil: (value: unknown) => Math.ceil(toNumber(value)),
  abs: (value: unknown) => Math.abs(toNumber(value)),
  at_least: (value: unknown, least: unknown) => Math.max(toNumber(value), toNumber(least)),
  at_most: (value: unknown, most: unknown) => Math.min(toNumber(value), toNumber(most)),
}
