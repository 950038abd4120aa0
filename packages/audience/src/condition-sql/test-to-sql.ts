import type { Comparison, Operand, Sign, Test } from '@millrace/program'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { bind, bindAll } from './operand.ts'
import type { Subject } from './subject.ts'

const SIGNS: Readonly<Record<Sign, RawBuilder<unknown>>> = {
  '=': sql`=`,
  '<': sql`<`,
  '<=': sql`<=`,
  '>': sql`>`,
  '>=': sql`>=`,
}

/** True exactly where the comparison holds; never null. */
export function comparisonToSql({ negated, test }: Comparison, subject: Subject): RawBuilder<SqlBool> {
  const positive = sql<SqlBool>`coalesce(${testToSql(test, subject)}, false)`
  return negated ? sql`not ${positive}` : positive
}

function testToSql(test: Test, subject: Subject): RawBuilder<SqlBool> {
  const text = () => subject.read('text')
  switch (test.is) {
    case 'present':
      return subject.present
    case 'compared':
      return compared(subject, test.sign, test.to)
    case 'between':
      return sql`(${compared(subject, '>=', test.from)} and ${compared(subject, '<=', test.to)})`
    case 'one-of':
      return oneOf(subject, test.of)
    case 'containing':
      return test.part.type === 'text'
        ? sql`(${subject.lists(test.part)} or coalesce(strpos(${text()}, ${test.part.value}::text) > 0, false))`
        : subject.lists(test.part)
    case 'beginning':
      return sql`starts_with(${text()}, ${test.text}::text)`
    case 'ending':
      return sql`right(${text()}, char_length(${test.text}::text)) = ${test.text}::text`
    default:
      return test satisfies never
  }
}

function compared(subject: Subject, sign: Sign, operand: Operand): RawBuilder<SqlBool> {
  return sql`(${subject.read(operand.type)}) ${SIGNS[sign]} ${bind(operand)}`
}

function oneOf(subject: Subject, operands: readonly Operand[]): RawBuilder<SqlBool> {
  const types = [...new Set(operands.map(({ type }) => type))]
  const parts = types.map((type) => {
    const alike = operands.filter((operand) => operand.type === type)
    return sql`coalesce((${subject.read(type)}) = any(${bindAll(type, alike)}), false)`
  })
  return sql`(${sql.join(parts, sql` or `)})`
}
