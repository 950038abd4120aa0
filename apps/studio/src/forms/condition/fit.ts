import { findOperator, isDuration, type Json, operatorsFor } from '@millrace/program'
import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { listOf } from '../control.ts'
import { isQuery } from './document.ts'
import { splitField } from './subject.ts'

type Scope = 'contact' | 'each-event'

/**
 * Makes every rule what its field asks for: counted events have a match and a group, anything else an operator of
 * its kind and a value in that operator's shape. Ids stay, so that no field loses the focus.
 */
export function fitQuery(query: RuleGroupType, before: RuleGroupType = query): RuleGroupType {
  return fitGroup(query, { scope: 'contact', old: rulesById(before) })
}

interface Fitting {
  readonly scope: Scope
  readonly old: ReadonlyMap<string, RuleType>
}

function fitGroup(query: RuleGroupType, fitting: Fitting): RuleGroupType {
  const rules = query.rules.map((entry) =>
    'rules' in entry ? fitGroup(entry, fitting) : fitRule(entry, fitting),
  )
  return { ...query, rules }
}

function fitRule(rule: RuleType, fitting: Fitting): RuleType {
  if (fitting.scope === 'contact' && rule.field.startsWith('events.')) return fitCounted(rule, fitting)
  const before = rule.id === undefined ? undefined : fitting.old.get(rule.id)
  const { match: _match, value, ...rest } = rule
  if (before !== undefined && splitField(before.field).subject !== splitField(rule.field).subject) {
    const operator = defaultOperator(rule.field)
    return { ...rest, operator, value: fitValue(operator, '') }
  }
  const known = operatorsFor(rule.field, fitting.scope)
  const fits = known.length === 0 || known.some(({ name }) => name === rule.operator)
  const operator = fits ? rule.operator : defaultOperator(rule.field)
  // The builder types a rule's value as anything; our controls put JSON there.
  const plain = isQuery(value) ? '' : (value as Json | undefined)
  return { ...rest, operator, value: fitValue(operator, plain) }
}

function fitCounted(rule: RuleType, { old }: Fitting): RuleType {
  const before = rule.id === undefined ? undefined : old.get(rule.id)
  const group = isQuery(rule.value) ? rule.value : isQuery(before?.value) ? before.value : EMPTY
  const match = rule.match ?? before?.match ?? { mode: 'atLeast', threshold: 1 }
  return { ...rule, operator: '=', match, value: fitGroup(group, { scope: 'each-event', old }) }
}

const EMPTY: RuleGroupType = { combinator: 'and', rules: [] }

/** What a rule starts with when it looks at something new. */
export function defaultOperator(field: string): string {
  if (field === 'tags') return 'contains'
  return field === 'at' ? 'withinLast' : '='
}

function rulesById(query: RuleGroupType): Map<string, RuleType> {
  const rules = new Map<string, RuleType>()
  for (const entry of query.rules) {
    if ('rules' in entry) for (const [id, rule] of rulesById(entry)) rules.set(id, rule)
    else {
      if (entry.id !== undefined) rules.set(entry.id, entry)
      if (isQuery(entry.value)) for (const [id, rule] of rulesById(entry.value)) rules.set(id, rule)
    }
  }
  return rules
}

/** Every field that a query names, so that the builder knows it. */
export function fieldsOf(query: RuleGroupType): readonly string[] {
  return [...new Set(query.rules.flatMap((entry) => ('rules' in entry ? fieldsOf(entry) : [entry.field])))]
}

/** `value` in the shape that `operator` takes, keeping as much of it as fits. */
export function fitValue(operator: string, value: Json | undefined): Json | undefined {
  const list = listOf(value)
  const one = Array.isArray(value) ? (list[0] ?? '') : (value ?? '')
  switch (findOperator(operator)?.takes) {
    case 'nothing':
      return undefined
    case 'list':
      return Array.isArray(value) ? value : one === '' ? [] : [one]
    case 'two':
      return list.length === 2 ? list : [one, list[1] ?? one]
    case 'duration':
      return typeof one === 'string' && isDuration(one) ? one : 'P30D'
    case 'text':
      return typeof one === 'string' ? one : String(one)
    default:
      return one
  }
}
