import type { Json } from '../text.ts'
import { type Clock, comparisonOf } from './comparison.ts'
import { type Condition, isGroup, type Match, type Rule } from './condition.ts'
import type { EventFact, Facts, Verdict } from './facts.ts'
import { type Field, kindOf, parseField, type Scope } from './fields.ts'
import { Moment, passes, type Value } from './passes.ts'
import { brief, joinReads, type Reads } from './reads.ts'

/**
 * Decides a checked condition on the facts; total: missing and wrongly typed values decide, they never throw.
 * Every rule is looked at, also where the verdict is already certain, so that `reads` tells the whole story.
 */
export function evaluate(condition: Condition, facts: Facts): Verdict {
  let reads: Reads = {}
  const holds = holdsFor(condition, (rule) => {
    const field = fieldOf(rule, 'contact')
    const seen = field.source === 'events' ? count(rule, field.type, facts) : look(rule, field, facts)
    reads = joinReads(reads, { [rule.field]: seen.read })
    return seen.holds
  })
  return { holds, reads }
}

function holdsFor(group: Condition, decide: (rule: Rule) => boolean): boolean {
  const verdicts = group.rules.map((entry) => (isGroup(entry) ? holdsFor(entry, decide) : decide(entry)))
  const holds =
    verdicts.length === 0 ||
    (group.combinator === 'and' ? !verdicts.includes(false) : verdicts.includes(true))
  return holds !== (group.not === true)
}

interface Seen {
  readonly holds: boolean
  readonly read: Json
}

function look(rule: Rule, field: Exclude<Field, { source: 'events' }>, facts: Facts): Seen {
  const value = valueAt(field, facts)
  const { negated, test } = comparisonOf(rule, kindOf(field), facts)
  return { holds: passes(test, value) !== negated, read: brief(value) }
}

function valueAt(field: Field, facts: Facts): Value {
  switch (field.source) {
    case 'contact':
      return ownValue(facts.attributes, field.attribute)
    case 'tags':
      return facts.tags.length === 0 ? undefined : facts.tags
    case 'points':
      return facts.points
    case 'event':
      return facts.event === null ? undefined : follow(facts.event.data, field.path)
    default:
      return undefined
  }
}

function count(rule: Rule, type: string, facts: Facts): Seen {
  const events = Object.hasOwn(facts.events, type) ? (facts.events[type] ?? []) : []
  const { value, match } = rule
  if (match === undefined || !isNested(value)) throw new Error(`The rule on ${rule.field} was never checked.`)
  const decide = eventTest(value, facts)
  const matched = events.filter(decide).length
  return { holds: isEnough(match, matched, events.length), read: { matched, of: events.length } }
}

function isEnough({ mode, threshold = 0 }: Match, matched: number, of: number): boolean {
  switch (mode) {
    case 'all':
      return matched === of
    case 'none':
      return matched === 0
    case 'some':
      return matched > 0
    case 'atLeast':
      return matched >= threshold
    case 'atMost':
      return matched <= threshold
    case 'exactly':
      return matched === threshold
    default:
      return mode satisfies never
  }
}

/** Reads each rule once, however many events are tested. */
function eventTest(group: Condition, clock: Clock): (event: EventFact) => boolean {
  const tests = new Map<Rule, (event: EventFact) => boolean>()
  const prepare = (entry: Condition | Rule): void => {
    if (isGroup(entry)) {
      for (const inner of entry.rules) prepare(inner)
      return
    }
    const field = fieldOf(entry, 'each-event')
    if (field.source !== 'data' && field.source !== 'at') throw new Error(`${entry.field} was never checked.`)
    const { negated, test } = comparisonOf(entry, kindOf(field), clock)
    tests.set(entry, (event) => {
      const value = field.source === 'at' ? new Moment(event.at) : follow(event.data, field.path)
      return passes(test, value) !== negated
    })
  }
  prepare(group)
  return (event) => holdsFor(group, (rule) => tests.get(rule)?.(event) ?? false)
}

function follow(data: Json, path: readonly string[]): Json | undefined {
  let value: Json | undefined = data
  for (const key of path) value = ownValue(value, key)
  return value
}

function ownValue(value: Json | undefined, key: string): Json | undefined {
  if (typeof value !== 'object' || value === null || isList(value)) return undefined
  return Object.hasOwn(value, key) ? value[key] : undefined
}

function fieldOf(rule: Rule, scope: Scope): Field {
  const field = parseField(rule.field, scope)
  if (field === null) throw new Error(`${rule.field} was never checked.`)
  return field
}

function isNested(value: Rule['value']): value is Condition {
  return typeof value === 'object' && value !== null && 'rules' in value
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
