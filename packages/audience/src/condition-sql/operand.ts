import type { Instant, Operand } from '@millrace/program'
import { type RawBuilder, sql } from 'kysely'

const TYPES: Readonly<Record<Operand['type'], RawBuilder<unknown>>> = {
  number: sql`float8`,
  text: sql`text`,
  boolean: sql`boolean`,
  time: sql`timestamptz`,
}

/** The operand as a bound parameter of its type. */
export function bind(operand: Operand): RawBuilder<unknown> {
  return sql`${plain(operand)}::${TYPES[operand.type]}`
}

/** Operands of one type as one bound array. */
export function bindAll(type: Operand['type'], operands: readonly Operand[]): RawBuilder<unknown> {
  return sql`${operands.map(plain)}::${TYPES[type]}[]`
}

function plain(operand: Operand): number | string | boolean {
  return operand.type === 'time' ? timestamp(operand.value) : operand.value
}

/** PostgreSQL's way to write an instant, which JavaScript's is not before year 1 and after year 9999. */
function timestamp(at: Instant): string {
  const [, year = '', rest = ''] = /^([+-]?\d+)(-\d\d-\d\dT.*)$/.exec(new Date(at).toISOString()) ?? []
  const number = Number(year)
  return number > 0 ? `${pad(number)}${rest}` : `${pad(1 - number)}${rest} BC`
}

function pad(year: number): string {
  return String(year).padStart(4, '0')
}
