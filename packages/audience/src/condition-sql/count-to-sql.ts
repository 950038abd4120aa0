import type { Condition, Rule } from '@millrace/program'
import { type RawBuilder, type SqlBool, sql } from 'kysely'

/** The name of the table `event` inside a count. */
export const EVENT = 'counted_event'

/** Whose events of which type are counted. */
export interface History {
  readonly type: string
  readonly contact: RawBuilder<unknown>
}

/** Whether as many events as the rule's `match` asks for satisfy the group within. */
export function countToSql(
  { match, value, field }: Rule,
  { type, contact }: History,
  groupToSql: (group: Condition) => RawBuilder<SqlBool>,
): RawBuilder<SqlBool> {
  if (match === undefined || !isNested(value)) throw new Error(`The rule on ${field} was never checked.`)
  const within = groupToSql(value)
  const from = sql`from event as ${sql.ref(EVENT)}
    where ${sql.ref(`${EVENT}.contact_id`)} = ${contact} and ${sql.ref(`${EVENT}.type`)} = ${type}`
  const count = sql`(select count(*) ${from} and ${within})`
  const { mode, threshold = 0 } = match
  switch (mode) {
    case 'all':
      return sql`not exists (select ${from} and not ${within})`
    case 'none':
      return sql`not exists (select ${from} and ${within})`
    case 'some':
      return sql`exists (select ${from} and ${within})`
    case 'atLeast':
      return sql`${count} >= ${threshold}::int8`
    case 'atMost':
      return sql`${count} <= ${threshold}::int8`
    case 'exactly':
      return sql`${count} = ${threshold}::int8`
    default:
      return mode satisfies never
  }
}

function isNested(value: Rule['value']): value is Condition {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'rules' in value
}
