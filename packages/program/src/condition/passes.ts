import type { Json } from '../text.ts'
import { compareText } from './compare-text.ts'
import type { Operand, Sign, Test } from './comparison.ts'
import { momentOf } from './moment.ts'

/** A moment that is not written as text: an event's `at`. */
export class Moment {
  readonly at: number
  constructor(at: number) {
    this.at = at
  }
}

/** What a field holds; undefined when it is missing. */
export type Value = Json | Moment | undefined

/** Whether a value passes a test; null counts as missing, and a value of another type than the operand's fails. */
export function passes(test: Test, value: Value): boolean {
  switch (test.is) {
    case 'present':
      return value !== undefined && value !== null
    case 'compared':
      return compares(value, test.sign, test.to)
    case 'between':
      return compares(value, '>=', test.from) && compares(value, '<=', test.to)
    case 'one-of':
      return test.of.some((operand) => compares(value, '=', operand))
    case 'containing':
      return contains(value, test.part)
    case 'beginning':
      return typeof value === 'string' && value.startsWith(test.text)
    case 'ending':
      return typeof value === 'string' && value.endsWith(test.text)
    default:
      return test satisfies never
  }
}

function contains(value: Value, part: Operand): boolean {
  if (isList(value)) return value.some((item) => compares(item, '=', part))
  return typeof value === 'string' && part.type === 'text' && value.includes(part.value)
}

function compares(value: Value, sign: Sign, operand: Operand): boolean {
  const order = orderOf(value, operand)
  if (order === null) return false
  switch (sign) {
    case '=':
      return order === 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return sign satisfies never
  }
}

/** Negative, zero or positive as `value` is before, at or after the operand; null when the types differ. */
function orderOf(value: Value, operand: Operand): number | null {
  switch (operand.type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? sign(value, operand.value) : null
    case 'text':
      return typeof value === 'string' ? compareText(value, operand.value) : null
    case 'boolean':
      return typeof value === 'boolean' ? sign(Number(value), Number(operand.value)) : null
    case 'time': {
      const at = value instanceof Moment ? value.at : typeof value === 'string' ? momentOf(value) : null
      return at === null ? null : sign(at, operand.value)
    }
    default:
      return operand satisfies never
  }
}

// A difference could overflow to infinity or round to nothing.
function sign(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isList(value: Value): value is readonly Json[] {
  return Array.isArray(value)
}
