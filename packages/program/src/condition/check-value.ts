import { isDuration } from '../duration.ts'
import type { Json } from '../text.ts'
import { compareText } from './compare-text.ts'
import { type Operand, operandOf } from './comparison.ts'
import { type ConditionFault, fault } from './fault.ts'
import { isBag, isList, isSound } from './json-shape.ts'
import type { Operator, ValueKind } from './operators.ts'

const MODES = ['all', 'none', 'some', 'atLeast', 'atMost', 'exactly']
const COUNTED = ['atLeast', 'atMost', 'exactly']
const LIST = 1000

/** What stands left of a value. */
export interface ValuePlace {
  readonly operator: Operator
  readonly kind: ValueKind
  readonly path: string
}

/** What is wrong with a rule's value, given its operator and field. */
export function checkValue(value: Json | undefined, place: ValuePlace): ConditionFault[] {
  const { path } = place
  switch (place.operator.takes) {
    case 'nothing':
      return []
    case 'one':
      return value === undefined ? [fault('value-missing', path)] : checkScalar(value, place)
    case 'text':
      return checkText(value, path)
    case 'two':
      return checkPair(value, place)
    case 'list':
      if (!isList(value) || value.length === 0 || value.length > LIST) return [fault('value-list', path)]
      return value.flatMap((item, index) => checkScalar(item, { ...place, path: `${path}.${index}` }))
    case 'duration':
      return typeof value === 'string' && isDuration(value) ? [] : [fault('value-duration', path)]
    default:
      return place.operator.takes satisfies never
  }
}

/** What is wrong with a rule's `match`. */
export function checkMatch(match: Json | undefined, path: string): ConditionFault[] {
  if (!isBag(match)) return [fault('match-missing', path)]
  const { mode, threshold } = match
  if (typeof mode !== 'string' || !MODES.includes(mode)) return [fault('match-mode', `${path}.mode`)]
  const given = threshold ?? (COUNTED.includes(mode) ? null : 0)
  return Number.isSafeInteger(given) && Number(given) >= 0
    ? []
    : [fault('match-threshold', `${path}.threshold`)]
}

function checkScalar(value: Json, { operator, kind, path }: ValuePlace): ConditionFault[] {
  if (typeof value === 'number' && !Number.isFinite(value)) return [fault('value-number', path)]
  const operand = operandOf(value, kind, 'UTC')
  if (operand === null)
    return [fault(kind === 'number' ? 'value-number' : kind === 'time' ? 'value-time' : 'value-scalar', path)]
  if (operand.type === 'boolean' && kind !== 'tags' && isOrder(operator)) return [fault('value-order', path)]
  const seeks = operator.name === 'contains' || operator.negates === 'contains'
  if (seeks && (kind === 'tags' || typeof value === 'string')) return checkText(value, path)
  return typeof value === 'string' && !isSound(value) ? [fault('bad-text', path)] : []
}

function checkText(value: Json | undefined, path: string): ConditionFault[] {
  if (typeof value !== 'string' || value === '') return [fault('value-text', path)]
  return isSound(value) ? [] : [fault('bad-text', path)]
}

function checkPair(value: Json | undefined, place: ValuePlace): ConditionFault[] {
  if (!isList(value) || value.length !== 2) return [fault('value-pair', place.path)]
  const faults = value.flatMap((item, index) =>
    checkScalar(item, { ...place, path: `${place.path}.${index}` }),
  )
  if (faults.length > 0) return faults
  const [from, to] = value.map((item) => operandOf(item, place.kind, 'UTC'))
  return from && to && isRange(from, to) ? [] : [fault('value-pair', place.path)]
}

// Local times are compared in one zone here; a day's grace keeps a local one beside a zoned one from being refused.
function isRange(from: Operand, to: Operand): boolean {
  if (from.type === 'text' && to.type === 'text') return compareText(from.value, to.value) <= 0
  if (from.type === 'time' && to.type === 'time') return from.value <= to.value + 86_400_000
  return from.type === 'number' && to.type === 'number' && from.value <= to.value
}

function isOrder(operator: Operator): boolean {
  const name = operator.negates ?? operator.name
  return ['<', '<=', '>', '>=', 'between'].includes(name)
}
