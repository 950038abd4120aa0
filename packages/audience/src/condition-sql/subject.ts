import { MOMENT_PATTERN, type Operand } from '@millrace/program'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { bind } from './operand.ts'

/** What a field is in SQL: each reading is null where the value is missing or of another type. */
export interface Subject {
  readonly present: RawBuilder<SqlBool>
  read(type: Operand['type']): RawBuilder<unknown>
  /** Whether a list holds this operand; never null. */
  lists(part: Operand): RawBuilder<SqlBool>
}

const NEVER = sql<SqlBool>`false`
const NULL = sql`null`

// JavaScript reads numbers from here on as infinite, and those up to here as zero; float8 casts of both would throw.
const INFINITE = sql.raw(String((1n << 1024n) - (1n << 970n)))
const ZERO = sql`2.470328229206232720882843964341106861826e-324`

/** A `jsonb` expression, SQL null where it is missing. */
export function jsonSubject(json: RawBuilder<unknown>): Subject {
  return {
    present: sql`coalesce(jsonb_typeof(${json}) <> 'null', false)`,
    read: (type) => readJson(json, type),
    lists: (part) => {
      const items = sql`jsonb_array_elements(case when jsonb_typeof(${json}) = 'array' then ${json} end)`
      return sql`exists (select from ${items} as item(value) where ${readJson(sql`item.value`, part.type)} = ${bind(part)})`
    },
  }
}

/** A `text[]` column; an empty one has no value. */
export function tagsSubject(tags: RawBuilder<unknown>): Subject {
  return {
    present: sql`cardinality(${tags}) > 0`,
    read: () => NULL,
    lists: (part) => sql`${bind(part)} = any(${tags})`,
  }
}

/** An expression of one type that is never null. */
export function columnSubject(type: 'number' | 'time', column: RawBuilder<unknown>): Subject {
  return {
    present: sql`true`,
    read: (wanted) => (wanted === type ? column : NULL),
    lists: () => NEVER,
  }
}

function readJson(json: RawBuilder<unknown>, type: Operand['type']): RawBuilder<unknown> {
  const text = sql`(${json} #>> '{}')`
  switch (type) {
    case 'number':
      return sql`case when jsonb_typeof(${json}) = 'number' then case
        when abs(${json}::numeric) >= ${INFINITE} then null
        when abs(${json}::numeric) <= ${ZERO} then 0::float8
        else ${json}::float8 end end`
    case 'text':
      return sql`case when jsonb_typeof(${json}) = 'string' then ${text} end collate "C"`
    case 'boolean':
      return sql`case when jsonb_typeof(${json}) = 'boolean' then ${json}::boolean end`
    case 'time':
      return sql`case when jsonb_typeof(${json}) = 'string' and ${text} ~ ${MOMENT_PATTERN}
        then regexp_replace(${text}, '([.][0-9]{3})[0-9]+', '\\1')::timestamptz end`
    default:
      return type satisfies never
  }
}
