import { testDatabase } from '@millrace/database/testing'
import { currentLeg, duePort, type Leg } from '@millrace/program'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { enrolmentTrace } from './enrolment-trace.ts'
import { journeyCounts } from './journey-counts.ts'
import { listEnrolments } from './list-enrolments.ts'
import { enrolled, journeyWithContact, leg, START, waiting } from './testing.ts'

const plan = fc
  .array(fc.record({ type: fc.constantFrom('sleep', 'event'), after: fc.integer({ min: 0, max: 5 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => {
    let due = 0
    return parts.map(({ type, after }, index): Leg => {
      due += after
      return leg(`n${index}`, type, due)
    })
  })

test('every reader sees the legs of an open wait as the interpreter will write them', async () => {
  await using database = await testDatabase()
  const { db } = database
  const { journey, contact, clock } = await journeyWithContact(db)
  const enrolment = await enrolled(db, { journey, contact })
  const moment = fc.integer({ min: 0, max: 25 })
  const seen = { passed: 0, last: 0, answered: 0 }
  await fc.assert(
    fc.asyncProperty(plan, moment, fc.option(moment), async (legs, after, answered) => {
      await db.deleteFrom('wait').execute()
      const answeredAt = answered === null ? null : START + answered
      await waiting(db, { enrolment, journey, contact }, { legs, answeredAt })
      clock.at = START + after
      const current = currentLeg(legs, Math.min(clock.at, answeredAt ?? Number.POSITIVE_INFINITY))
      const passed = legs.slice(0, current)
      seen.passed += Math.min(1, passed.length)
      seen.last += Number(current === legs.length - 1)
      seen.answered += Number(answeredAt !== null)

      const counts = await journeyCounts({ db, clock }, journey)
      const expected = legs
        .slice(0, current + 1)
        .map(({ node, ...of }, index) => [
          node,
          index < current
            ? { entered: 1, waiting: 0, failed: 0, left: { [duePort({ node, ...of })]: 1 } }
            : { entered: 1, waiting: 1, failed: 0, left: {} },
        ])
      expect(counts).toEqual(Object.fromEntries(expected))

      const trace = await enrolmentTrace({ db, clock }, enrolment)
      expect(trace).toEqual(
        passed.map((one, step) => ({
          at: new Date(one.due),
          turn: 1,
          step,
          node: one.node,
          kind: one.kind,
          port: duePort(one),
        })),
      )

      const { items } = await listEnrolments({ db, clock }, {})
      expect(items).toMatchObject([
        { node: legs[current]?.node, wakeAt: new Date(legs[current]?.due ?? 0), state: 'waiting' },
      ])
    }),
    { numRuns: 60 },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
})
