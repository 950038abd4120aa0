import type { Db } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { type Condition, type EventFact, evaluate, type Facts } from '@millrace/program'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { conditionToSql } from './condition-to-sql.ts'
import { aCondition, conditionsOn } from './testing/conditions.ts'
import { Coverage } from './testing/coverage.ts'
import { NO_TIMES, NOW, NUMBERS, TEXTS, TIMES } from './testing/odd-values.ts'
import { aPerson, someData } from './testing/people.ts'
import { factsOfAll, storePeople } from './testing/population.ts'

/** Milliseconds, for a machine busy with other suites; alone it takes some five seconds. */
const PATIENCE = 120_000
const ZONES = ['Asia/Shanghai', 'America/New_York', 'UTC']

/** Each contact's verdicts by SQL, in the order of the conditions. */
async function verdictsOf(
  db: Db,
  conditions: readonly Condition[],
  { zone, event }: { zone: string; event: EventFact | null },
): Promise<Map<string, boolean[]>> {
  const context = { now: NOW, zone, event, contact: 'who' }
  const verdicts = conditions.map((condition) => conditionToSql(condition, context))
  const { rows } = await sql<{ id: string; verdicts: boolean[] }>`
    select who.id, array[${sql.join(verdicts)}]::boolean[] as verdicts from contact as who`.execute(db)
  return new Map(rows.map(({ id, verdicts }) => [id, verdicts]))
}

function expectAgreement(
  sqlVerdicts: Map<string, boolean[]>,
  conditions: readonly Condition[],
  facts: Map<string, Facts>,
) {
  expect(sqlVerdicts.size).toBe(facts.size)
  for (const [id, one] of facts) {
    for (const [index, condition] of conditions.entries()) {
      const bySql = sqlVerdicts.get(id)?.[index]
      const byEvaluator = evaluate(condition, one).holds
      if (bySql !== byEvaluator)
        expect({ condition, facts: one, bySql }).toEqual({ condition, facts: one, bySql: byEvaluator })
    }
  }
}

test(
  'SQL and the evaluator agree on random conditions over random contacts with histories',
  async () => {
    await using test = await testDatabase({ max: 2 })
    await storePeople(test.db, fc.sample(aPerson, 120))
    const coverage = new Coverage()
    const event = fc.option(
      fc.record({ type: fc.constant('order.paid'), at: fc.constant(NOW), data: someData }),
    )
    const facts = await factsOfAll(test.db, 'UTC', null)
    await fc.assert(
      fc.asyncProperty(
        fc.array(aCondition, { minLength: 8, maxLength: 12 }),
        fc.constantFrom(...ZONES),
        event,
        async (conditions, zone, event) => {
          const seen = new Map([...facts].map(([id, one]) => [id, { ...one, zone, event }]))
          expectAgreement(await verdictsOf(test.db, conditions, { zone, event }), conditions, seen)
          coverage.count(conditions, [...seen.values()])
        },
      ),
      { numRuns: 100 },
    )
    coverage.expectAll()
  },
  PATIENCE,
)

test(
  'SQL and the evaluator agree on every odd value beside every other, by every operator',
  async () => {
    await using test = await testDatabase({ max: 2 })
    const odd = [...TEXTS, ...TIMES, ...NO_TIMES]
    const stored = [
      ...odd.map((text) => JSON.stringify(text)),
      ...NUMBERS,
      'true',
      'false',
      'null',
      '{"a":1}',
    ]
    const lists = ['[]', `[${stored.join()}]`, '[[1]]', '[{"a":1}]']
    const people = [...stored, ...lists].map((value) => ({
      attributes: `{"a":${value}}`,
      tags: [],
      points: 0,
      events: [],
    }))
    await storePeople(test.db, [...people, { attributes: '{}', tags: [], points: 0, events: [] }])
    const facts = await factsOfAll(test.db, 'UTC', null)
    const numbers = NUMBERS.map(Number)
    const conditions = conditionsOn('contact.a', [...odd, ...numbers, true, false, 'P1D', 'P10Y'])
    for (let from = 0; from < conditions.length; from += 200) {
      const some = conditions.slice(from, from + 200)
      expectAgreement(await verdictsOf(test.db, some, { zone: 'UTC', event: null }), some, facts)
    }
  },
  PATIENCE,
)

test('a condition filters a query, with every value bound', async () => {
  await using test = await testDatabase({ max: 1 })
  await storePeople(test.db, [
    { attributes: '{"name":"x"}', tags: ["it's"], points: 3, events: [] },
    { attributes: '{}', tags: [], points: 3, events: [] },
  ])
  const condition: Condition = {
    combinator: 'and',
    rules: [{ field: 'tags', operator: 'contains', value: "it's" }],
  }
  const where = conditionToSql(condition, { now: NOW, zone: 'UTC', contact: 'contact' })
  const query = test.db.selectFrom('contact').select('tags').where(where)
  expect(query.compile().sql).not.toContain("it's")
  expect(await query.execute()).toEqual([{ tags: ["it's"] }])
})

test('text compares by code points also in a database that sorts by a language', async () => {
  await using test = await testDatabase({ max: 1 })
  const rule = { field: 'contact.a', operator: '<', value: 'b' }
  const where = conditionToSql(
    { combinator: 'and', rules: [rule] },
    { now: NOW, zone: 'UTC', contact: 'contact' },
  )
  expect(test.db.selectFrom('contact').where(where).compile().sql).toContain('collate "C"')
})
