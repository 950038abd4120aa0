import type { Clock, Condition, EventFact, Rule } from '@millrace/program'
import { comparisonOf, evaluate, isGroup, kindOf, parseField } from '@millrace/program'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { countToSql, EVENT } from './count-to-sql.ts'
import { columnSubject, jsonSubject, tagsSubject } from './subject.ts'
import { comparisonToSql } from './test-to-sql.ts'

/** What a condition is decided on besides the rows: one clock and one zone for every contact of the query. */
export interface SqlContext extends Clock {
  /** The name that the query gives to the table `contact`. */
  readonly contact: string
  /** What `event.…` reads. */
  readonly event?: EventFact | null
}

/** A checked condition over `contact` and its events: true exactly where `evaluate` holds, else false, never null. */
export function conditionToSql(condition: Condition, context: SqlContext): RawBuilder<SqlBool> {
  return groupToSql(condition, (rule) => contactRule(rule, context))
}

function groupToSql(group: Condition, ruleToSql: (rule: Rule) => RawBuilder<SqlBool>): RawBuilder<SqlBool> {
  const parts = group.rules.map((entry) => (isGroup(entry) ? groupToSql(entry, ruleToSql) : ruleToSql(entry)))
  const joined =
    parts.length === 0
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(${sql.join(parts, group.combinator === 'and' ? sql` and ` : sql` or `)})`
  return group.not === true ? sql`(not ${joined})` : joined
}

function contactRule(rule: Rule, context: SqlContext): RawBuilder<SqlBool> {
  const field = parseField(rule.field, 'contact')
  const column = (name: string) => sql.ref(`${context.contact}.${name}`)
  switch (field?.source) {
    case 'contact': {
      const subject = jsonSubject(sql`(${column('attributes')} -> ${field.attribute}::text)`)
      return comparisonToSql(comparisonOf(rule, kindOf(field), context), subject)
    }
    case 'tags':
      return comparisonToSql(comparisonOf(rule, kindOf(field), context), tagsSubject(column('tags')))
    case 'points': {
      const subject = columnSubject('number', sql`${column('points')}::float8`)
      return comparisonToSql(comparisonOf(rule, kindOf(field), context), subject)
    }
    case 'event':
      return sql`${holdsForEvent(rule, context)}::boolean`
    case 'events': {
      const history = { type: field.type, contact: column('id') }
      return countToSql(rule, history, (group) => groupToSql(group, (inner) => eventRule(inner, context)))
    }
    default:
      throw unchecked(rule)
  }
}

function eventRule(rule: Rule, clock: Clock): RawBuilder<SqlBool> {
  const field = parseField(rule.field, 'each-event')
  if (field?.source !== 'data' && field?.source !== 'at') throw unchecked(rule)
  const comparison = comparisonOf(rule, kindOf(field), clock)
  if (field.source === 'at') return comparisonToSql(comparison, columnSubject('time', sql.ref(`${EVENT}.at`)))
  // Text keys alone: a list has none, and so is never entered.
  const steps = field.path.map((key) => sql`${key}::text`)
  return comparisonToSql(
    comparison,
    jsonSubject(sql`(${sql.join([sql.ref(`${EVENT}.data`), ...steps], sql` -> `)})`),
  )
}

/** The event at hand is no row, so its rules are decided before the query. */
function holdsForEvent(rule: Rule, { now, zone, event = null }: SqlContext): boolean {
  const facts = { now, zone, event, attributes: {}, tags: [], points: 0, events: {} }
  return evaluate({ combinator: 'and', rules: [rule] }, facts).holds
}

function unchecked(rule: Rule): Error {
  return new Error(`The rule on ${rule.field} was never checked.`)
}
