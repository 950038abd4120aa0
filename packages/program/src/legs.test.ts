import { expect, test } from 'vitest'
import { currentLeg, duePort, finalDue, type Leg, openLeg, timeLegs } from './legs.ts'
import type { EventSpec, LegSpec, SleepSpec } from './program.ts'

const HOUR = 3_600_000
const BASE = Date.parse('2026-07-01T10:00:00Z')

const sleep = (until: SleepSpec['until']): SleepSpec => ({ type: 'sleep', node: 's', kind: 'delay', until })
const event = (timeout: string): EventSpec => ({
  type: 'event',
  node: 'w',
  kind: 'wait-for-event',
  event: 'order.paid',
  timeout,
  received: 'paid',
})

function timed(specs: LegSpec[], from = BASE - HOUR): { legs: readonly Leg[]; after: number } {
  const wait = timeLegs(specs, { base: BASE, from, zone: 'UTC', attribute: () => undefined })
  if ('untimed' in wait) throw new Error('No leg here reads an attribute.')
  return wait
}

test('each leg is timed from the end of the one before, and its events count from there', () => {
  const { legs, after } = timed([sleep({ for: 'PT1H' }), event('PT2H')])
  expect(legs.map(({ from, due }) => [from - BASE, due - BASE])).toEqual([
    [-HOUR, HOUR],
    [HOUR, 3 * HOUR],
  ])
  expect(after).toBe(BASE + 3 * HOUR)
})

test('a calendar wait already past is due at once and does not shut out events that came since', () => {
  const { legs, after } = timed([sleep({ date: '2026-07-01T09:30:00Z' }), event('PT1H')])
  expect(legs.map(({ from, due }) => [from - BASE, due - BASE])).toEqual([
    [-HOUR, 0],
    [-HOUR / 2, HOUR],
  ])
  expect(after).toBe(BASE + HOUR)
  expect(timed([sleep({ date: '2020-01-01' })]).after).toBe(BASE - HOUR)
})

test('a leg whose attribute holds no time is named', () => {
  const spec = sleep({ attribute: 'birthday' })
  const start = { base: BASE, from: BASE, zone: 'UTC', attribute: () => 'soon' }
  expect(timeLegs([sleep({ for: 'PT1H' }), spec], start)).toEqual({ untimed: spec })
})

test('an event answers the leg of its type whose window its arrival falls into, the deadline excluded', () => {
  const { legs } = timed([sleep({ for: 'PT1H' }), event('PT2H')])
  const answered = (stamp: number, type = 'order.paid') => openLeg(legs, { type, stamp: BASE + stamp })
  expect([answered(HOUR - 1), answered(HOUR), answered(3 * HOUR - 1), answered(3 * HOUR)]).toEqual([
    null,
    1,
    1,
    null,
  ])
  expect(answered(HOUR, 'order.created')).toBeNull()
})

test('the current leg is the first that is not due, at last the last', () => {
  const { legs } = timed([sleep({ for: 'PT1H' }), event('PT2H')])
  expect([0, HOUR - 1, HOUR, 9 * HOUR].map((ms) => currentLeg(legs, BASE + ms))).toEqual([0, 0, 1, 1])
  expect(finalDue(legs)).toBe(BASE + 3 * HOUR)
})

test('by time an event’s leg is left by "timeout", any other by "next"', () => {
  expect([event('PT1H'), sleep({ for: 'PT1H' })].map(duePort)).toEqual(['timeout', 'next'])
})
