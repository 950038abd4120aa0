import type { Journey } from '@millrace/graph'
import type { Program, Wait } from '@millrace/program'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draw, messageChain, nurture, onboarding } from '../../../test/fixtures/journeys.ts'
import { compile } from './compile.ts'

const CONTEXT = { coupons: null, channels: new Set(['inbox']) }
const EVENT = { on: { event: 'contact.followed' } }

function programOf(journey: Journey): Program {
  const { program, diagnostics } = compile(journey, CONTEXT)
  if (!program) throw new Error(JSON.stringify(diagnostics))
  return program
}

function hashOf(journey: Journey): string | undefined {
  return compile(journey, CONTEXT).hash
}

/** The waits of a program as `label: leg+leg > next`. */
function waits(program: Program): string[] {
  return Object.entries(program.instructions).flatMap(([label, one]) =>
    one.op === 'wait' ? [`${label}: ${one.legs.map(({ node }) => node).join('+')} > ${one.next}`] : [],
  )
}

function delays(specs: readonly object[], last: readonly [string, string, object]): Journey {
  const nodes = specs.map((config, index) => [`d${index}`, 'delay', config] as const)
  const chain = [['in', 'entry', EVENT] as const, ...nodes, last]
  const links = chain.slice(1).map(([id], index) => [chain[index]?.[0] ?? '', 'next', id] as const)
  return draw({ name: 'n' }, chain, links)
}

describe('fusion', () => {
  test('onboarding: the second wait and the rest are one plan, the first wait is its own', () => {
    expect(waits(programOf(onboarding()))).toEqual([
      'pay: pay > remind',
      'rest: rest > loyal',
      'pay-again: pay-again+rest > loyal',
    ])
  })

  test('nurture: delay and wait for the click are one plan', () => {
    const program = programOf(nurture())
    expect(waits(program)).toEqual(['d1: d1+w > b', 'd2: d2 > m3'])
    expect(Object.keys(program.instructions)).not.toContain('w')
  })

  test('a time read from an attribute begins a wait and never follows in one', () => {
    const until = { until: { attribute: 'birthday' } }
    expect(waits(programOf(delays([until, { for: 'P1D' }, until], ['x', 'exit', {}])))).toEqual([
      'd0: d0+d1 > d2',
      'd2: d2 > x',
    ])
  })

  test('the outcome of a message is never fused, and what follows it may be', () => {
    const journey = draw(
      { name: 'n' },
      [
        ['in', 'entry', EVENT],
        ['d0', 'delay', { for: 'P1D' }],
        ['m', 'send-message', { channel: 'inbox', text: 'x' }],
        ['d1', 'delay', { for: 'P1D' }],
        ['d2', 'delay', { for: 'P1D' }],
        ['x', 'exit', {}],
      ],
      [
        ['in', 'next', 'd0'],
        ['d0', 'next', 'm'],
        ['m', 'next', 'd1'],
        ['m', 'failed', 'x'],
        ['d1', 'next', 'd2'],
        ['d2', 'next', 'x'],
      ],
    )
    const program = programOf(journey)
    expect(program.instructions.m).toMatchObject({ op: 'act', hold: 'm#1' })
    expect(waits(program)).toEqual(['d0: d0 > m', 'd1: d1+d2 > x', 'm#1: m > d1'])
  })

  test('a wait has sixteen legs at most', () => {
    const program = programOf(delays(Array(40).fill({ for: 'P1D' }), ['x', 'exit', {}]))
    const sizes = Object.values(program.instructions).flatMap((one) =>
      one.op === 'wait' ? [one.legs.length] : [],
    )
    expect(sizes).toEqual([16, 16, 8])
  })

  test('a loop of waits alone stops where it began', () => {
    const journey = draw(
      { name: 'n' },
      [
        ['in', 'entry', EVENT],
        ['a', 'delay', { for: 'P1D' }],
        ['b', 'wait-for-event', { event: 'order.paid', timeout: 'P1D' }],
      ],
      [
        ['in', 'next', 'a'],
        ['a', 'next', 'b'],
        ['b', 'timeout', 'a'],
      ],
    )
    expect(waits(programOf(journey))).toEqual(['a: a+b > a'])
  })

  test('legs keep where their event leads', () => {
    const { instructions } = programOf(onboarding())
    // The test above shows that it is a wait.
    const { legs } = instructions['pay-again'] as Wait
    expect(legs).toMatchObject([
      { type: 'event', received: 'points' },
      { type: 'sleep', until: { for: 'PT2S' } },
    ])
  })
})

describe('the same graph is the same program', () => {
  const journeys = fc.constantFrom(onboarding(), nurture(), messageChain())

  test('whatever the order of nodes, edges and keys', () => {
    const shuffled = journeys.chain((journey) =>
      fc.record({
        journey: fc.constant(journey),
        nodes: fc.shuffledSubarray(journey.nodes, { minLength: journey.nodes.length }),
        edges: fc.shuffledSubarray(journey.edges, { minLength: journey.edges.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ journey, nodes, edges }) => {
        const turned = nodes.map((node) => ({ ...node, config: turn(node.config) }))
        expect(hashOf({ ...journey, nodes: turned, edges })).toBe(hashOf(journey))
      }),
    )
  })

  test('whatever the layout, titles, notes, names and unreachable nodes', () => {
    const where = fc.record({ x: fc.integer(), y: fc.integer() })
    fc.assert(
      fc.property(journeys, where, fc.string(), (journey, position, text) => {
        const nodes = journey.nodes.map((node) => ({ ...node, position, title: text }))
        const aside = { id: 'aside', kind: 'exit', config: {}, position }
        const notes = [{ id: 'n', text, position }]
        const moved = { ...journey, name: text, nodes: [...nodes, aside], notes }
        expect(hashOf(moved)).toBe(hashOf(journey))
      }),
    )
  })

  test('and anything that changes what happens changes the hash', () => {
    const hashes = [
      onboarding(),
      onboarding({ firstWait: 'PT9S' }),
      onboarding({ loyalFrom: 61 }),
      onboarding({ coupon: 'other' }),
      onboarding({ reentry: { mode: 'always' } }),
      onboarding({ reentry: { mode: 'after-exit' } }),
      onboarding({ reentry: { mode: 'after-exit', coolDown: 'P1D' } }),
      { ...onboarding(), timeZone: 'Europe/Paris' },
      { ...onboarding(), edges: onboarding().edges.slice(1) },
      { ...onboarding(), edges: onboarding().edges.slice(0, -1) },
    ].map(hashOf)
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})

test('a journey of five hundred nodes compiles', () => {
  const program = programOf(messageChain({ n: 250 }))
  expect(Object.keys(program.instructions)).toHaveLength(499)
})

/** The same object with its keys the other way round. */
function turn<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).reverse())
}
