import { subtractDuration } from '../duration.ts'
import type { Instant, Json } from '../text.ts'
import type { Rule } from './condition.ts'
import { momentIn, momentOf } from './moment.ts'
import { findOperator, type ValueKind } from './operators.ts'

/** The right side of a comparison. Its type decides what the left side must be; a value of another type never passes. */
export type Operand =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'time'; readonly value: Instant }

/** The ways in which a value is held against an operand. */
export type Sign = '=' | '<' | '<=' | '>' | '>='

/** A positive comparison with zones and calendars worked out: what the evaluator and the SQL compiler both go by. */
export type Test =
  | { readonly is: 'present' }
  | { readonly is: 'compared'; readonly sign: Sign; readonly to: Operand }
  | { readonly is: 'between'; readonly from: Operand; readonly to: Operand }
  | { readonly is: 'one-of'; readonly of: readonly Operand[] }
  | { readonly is: 'containing'; readonly part: Operand }
  | { readonly is: 'beginning' | 'ending'; readonly text: string }

/** A test, or the exact negation of one. */
export interface Comparison {
  readonly negated: boolean
  readonly test: Test
}

/** When and where a condition is decided. */
export interface Clock {
  readonly now: Instant
  readonly zone: string
}

/** Reads a checked rule on a value of this kind; throws on what `checkCondition` would have refused. */
export function comparisonOf(rule: Rule, kind: ValueKind, clock: Clock): Comparison {
  const operator = findOperator(rule.operator)
  if (operator === undefined) throw unchecked(rule)
  const name = operator.negates ?? operator.name
  return { negated: operator.negates !== undefined, test: testOf({ ...rule, operator: name }, kind, clock) }
}

/** The operand that a rule's value is; null when no value of this kind can be compared with it. */
export function operandOf(value: unknown, kind: ValueKind, zone: string): Operand | null {
  if (kind === 'time') {
    const at = typeof value === 'string' ? momentIn(value, zone) : null
    return at === null ? null : { type: 'time', value: at }
  }
  if (typeof value === 'number') return { type: 'number', value }
  if (kind === 'number') return null
  if (typeof value === 'boolean') return { type: 'boolean', value }
  if (typeof value !== 'string') return null
  const at = kind === 'any' ? momentOf(value) : null
  return at === null ? { type: 'text', value } : { type: 'time', value: at }
}

function testOf(rule: Rule, kind: ValueKind, clock: Clock): Test {
  const { operator, value } = rule
  const operand = (given: unknown): Operand => {
    const read = operandOf(given, kind, clock.zone)
    if (read === null) throw unchecked(rule)
    return read
  }
  switch (operator) {
    case 'notNull':
      return { is: 'present' }
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { is: 'compared', sign: operator, to: operand(value) }
    case 'between': {
      const [from, to] = listOf(rule)
      return { is: 'between', from: operand(from), to: operand(to) }
    }
    case 'in':
      return { is: 'one-of', of: listOf(rule).map(operand) }
    case 'contains':
      return { is: 'containing', part: typeof value === 'string' ? { type: 'text', value } : operand(value) }
    case 'beginsWith':
      return { is: 'beginning', text: textOf(rule) }
    case 'endsWith':
      return { is: 'ending', text: textOf(rule) }
    case 'withinLast': {
      const from = subtractDuration(clock.now, textOf(rule), clock.zone)
      return { is: 'between', from: { type: 'time', value: from }, to: { type: 'time', value: clock.now } }
    }
    default:
      throw unchecked(rule)
  }
}

function listOf(rule: Rule): readonly Json[] {
  if (!Array.isArray(rule.value)) throw unchecked(rule)
  return rule.value
}

function textOf(rule: Rule): string {
  if (typeof rule.value !== 'string') throw unchecked(rule)
  return rule.value
}

function unchecked(rule: Rule): Error {
  return new Error(`The rule on ${rule.field} with operator ${rule.operator} was never checked.`)
}
