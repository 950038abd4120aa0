import type { Json } from '@millrace/program'
import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { bagOf, listOf } from '../control.ts'

type Bag = { readonly [key: string]: Json }

const empty: RuleGroupType = { combinator: 'and', rules: [] }

/** The document of a query: what the builder keeps for itself (ids, paths) is left out, so that hashes hold still. */
export function fromQuery(query: RuleGroupType): Bag {
  return {
    combinator: query.combinator,
    ...(query.not ? { not: true } : {}),
    rules: query.rules.map((entry) => ('rules' in entry ? fromQuery(entry) : fromRule(entry))),
  }
}

function fromRule(rule: RuleType): Bag {
  const { field, operator, match } = rule
  if (match !== undefined)
    return { field, operator: '=', match: fromMatch(match), value: fromNested(rule.value) }
  // The builder types a rule's value as anything; our controls put JSON there.
  const value = rule.value as Json | undefined
  return value === undefined ? { field, operator } : { field, operator, value }
}

function fromMatch({ mode, threshold }: NonNullable<RuleType['match']>): Bag {
  const counted = mode === 'atLeast' || mode === 'atMost' || mode === 'exactly'
  return counted ? { mode, threshold: threshold ?? 1 } : { mode }
}

function fromNested(value: unknown): Bag {
  return isQuery(value) ? fromQuery(value) : fromQuery(empty)
}

/** The query of a document as it stands; whatever is no group at all is an empty one. */
export function toQuery(condition: Json | undefined): RuleGroupType {
  const bag = bagOf(condition)
  return {
    combinator: bag.combinator === 'or' ? 'or' : 'and',
    ...(bag.not === true ? { not: true } : {}),
    rules: listOf(bag.rules).map((entry) =>
      'rules' in bagOf(entry) ? toQuery(entry) : toRule(bagOf(entry)),
    ),
  }
}

function toRule(rule: Bag): RuleType {
  const field = typeof rule.field === 'string' ? rule.field : ''
  const operator = typeof rule.operator === 'string' ? rule.operator : '='
  if (rule.match === undefined) return { field, operator, value: rule.value }
  // A mode that nobody knows is a diagnostic; the builder shows it as it is.
  const match = bagOf(rule.match) as unknown as NonNullable<RuleType['match']>
  return { field, operator, match, value: toQuery(rule.value) }
}

/** Whether a rule's value is a nested group. */
export function isQuery(value: unknown): value is RuleGroupType {
  return typeof value === 'object' && value !== null && 'rules' in value && Array.isArray(value.rules)
}
