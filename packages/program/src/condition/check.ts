import type { Json } from '../text.ts'
import { checkMatch, checkValue } from './check-value.ts'
import type { Condition } from './condition.ts'
import { type ConditionFault, fault } from './fault.ts'
import { kindOf, parseField, type Scope } from './fields.ts'
import { type Bag, isBag, isList, isSound } from './json-shape.ts'
import { findOperator } from './operators.ts'

/** How deep groups may nest, those of `events.<type>` included. */
export const CONDITION_DEPTH = 32

/** How many rules and groups one condition may have. */
export const CONDITION_SIZE = 500

const SHARED_KEYS = ['id', 'path', 'disabled', 'meta', 'muted']
const GROUP_KEYS = new Set([...SHARED_KEYS, 'combinator', 'not', 'rules'])
const RULE_KEYS = new Set([...SHARED_KEYS, 'field', 'operator', 'value', 'valueSource', 'match'])

/** Everything that is wrong with a would-be condition; one without faults is a `Condition`. Never throws. */
export function checkCondition(condition: Json | undefined): ConditionFault[] {
  const left = { entries: CONDITION_SIZE }
  const faults = checkGroup(condition, { path: '', scope: 'contact', depth: 1, left })
  return left.entries < 0 ? [...faults, fault('too-large', '')] : faults
}

/** Whether a document is a condition without faults. */
export function isCondition(document: unknown): document is Condition {
  // Whatever is no JSON has no shape that the check accepts.
  return checkCondition(document as Json | undefined).length === 0
}

/** Where an entry stands, and how many more the whole condition may have. */
interface Spot {
  readonly path: string
  readonly scope: Scope
  readonly depth: number
  readonly left: { entries: number }
}

function checkGroup(group: Json | undefined, spot: Spot): ConditionFault[] {
  const { path, left } = spot
  if (!isBag(group)) return [fault('not-a-group', path)]
  if (spot.depth > CONDITION_DEPTH) return [fault('too-deep', path)]
  const { rules, combinator, not } = group
  const faults = checkKeys(group, GROUP_KEYS, path)
  if (combinator !== 'and' && combinator !== 'or')
    faults.push(fault('unknown-combinator', at(path, 'combinator')))
  if (not !== undefined && typeof not !== 'boolean') faults.push(fault('bad-not', at(path, 'not')))
  if (!isList(rules)) return [...faults, fault('not-a-group', at(path, 'rules'))]
  if (rules.some((entry) => typeof entry === 'string'))
    return [...faults, fault('independent-combinators', at(path, 'rules'))]
  for (const [index, entry] of rules.entries()) {
    if (--left.entries < 0) break
    faults.push(...checkEntry(entry, { ...spot, path: at(path, `rules.${index}`) }))
  }
  return faults
}

function checkEntry(entry: Json, spot: Spot): ConditionFault[] {
  const { path } = spot
  if (!isBag(entry)) return [fault('not-a-rule', path)]
  if ('rules' in entry) return checkGroup(entry, { ...spot, depth: spot.depth + 1 })
  const { valueSource } = entry
  const faults = checkKeys(entry, RULE_KEYS, path)
  if (valueSource !== undefined && valueSource !== 'value')
    faults.push(fault('value-source', at(path, 'valueSource')))
  return [...faults, ...checkRule(entry, spot)]
}

function checkRule(rule: Bag, spot: Spot): ConditionFault[] {
  const { path, scope } = spot
  const name = rule.field
  if (typeof name !== 'string') return [fault('not-a-rule', at(path, 'field'))]
  if (scope === 'contact' && (name === 'segments' || name === 'tier'))
    return [fault('not-yet', at(path, 'field'))]
  const field = isSound(name) ? parseField(name, scope) : null
  if (field === null) return [fault('unknown-field', at(path, 'field'))]
  if (field.source === 'events') return checkEvents(rule, spot)
  const faults = rule.match === undefined ? [] : [fault('match-misplaced', at(path, 'match'))]
  const operator = typeof rule.operator === 'string' ? findOperator(rule.operator) : undefined
  if (operator === undefined) return [...faults, fault('unknown-operator', at(path, 'operator'))]
  const kind = kindOf(field)
  if (!operator.kinds.includes(kind)) return [...faults, fault('operator-field', at(path, 'operator'))]
  return [...faults, ...checkValue(rule.value, { operator, kind, path: at(path, 'value') })]
}

function checkEvents(rule: Bag, spot: Spot): ConditionFault[] {
  const { path, depth } = spot
  const nested: Spot = { ...spot, path: at(path, 'value'), scope: 'each-event', depth: depth + 1 }
  return [
    ...(rule.operator === '=' ? [] : [fault('match-operator', at(path, 'operator'))]),
    ...checkMatch(rule.match, at(path, 'match')),
    ...checkGroup(rule.value, nested),
  ]
}

function checkKeys(entry: Bag, known: ReadonlySet<string>, path: string): ConditionFault[] {
  const faults = entry.muted === undefined || entry.muted === false ? [] : [fault('muted', at(path, 'muted'))]
  for (const key of Object.keys(entry)) {
    if (key === 'combinatorPreceding') faults.push(fault('independent-combinators', at(path, key)))
    else if (!known.has(key)) faults.push(fault('unknown-key', at(path, key.slice(0, 64))))
  }
  return faults
}

function at(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
