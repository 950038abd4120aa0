import type { Journey } from '@millrace/graph'
import { describe, expect, test } from 'vitest'
import { draw, messageChain, nurture, onboarding } from '../../../test/fixtures/journeys.ts'
import { compile } from './compile.ts'

const CONTEXT = { coupons: new Set(['welcome-20']), channels: new Set(['inbox']) }
const EVENT = { on: { event: 'order.paid' } }

type Nodes = Parameters<typeof draw>[1]
type Links = Parameters<typeof draw>[2]

function say(text: string): { channel: string; text: string } {
  return { channel: 'inbox', text }
}

function diagnose(nodes: Nodes, links: Links = []): string[] {
  return told(draw({ name: 'n' }, nodes, links))
}

function told(journey: Journey): string[] {
  const { diagnostics, program, hash } = compile(journey, CONTEXT)
  const failed = diagnostics.some(({ severity }) => severity === 'error')
  expect([program === undefined, hash === undefined]).toEqual([failed, failed])
  for (const { message } of diagnostics) {
    expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(message.en).toMatch(/\.$/)
  }
  return diagnostics.map(
    ({ severity, code, node, field }) => `${severity} ${code} ${node ?? '-'} ${field ?? '-'}`,
  )
}

test('the reference journeys have no faults', () => {
  for (const journey of [onboarding(), nurture(), messageChain()]) expect(told(journey)).toEqual([])
})

describe('structure', () => {
  test('a journey needs an entry', () => {
    expect(diagnose([])).toEqual(['error no-entry - -'])
  })

  test('a journey has one entry, and each one too many is named', () => {
    expect(
      diagnose([
        ['a', 'entry', EVENT],
        ['b', 'entry', EVENT],
      ]),
    ).toEqual(['error several-entries a -', 'error several-entries b -'])
  })

  test('an unknown kind is an error at its node, and only there', () => {
    const nodes: Nodes = [
      ['in', 'entry', EVENT],
      ['a', 'teleport', { x: 1 }],
      ['b', 'exit', {}],
    ]
    expect(
      diagnose(nodes, [
        ['in', 'next', 'a'],
        ['a', 'anywhere', 'b'],
      ]),
    ).toEqual(['error unknown-kind a -', 'warning unreachable b -'])
  })

  test('an entry that leads nowhere is a warning', () => {
    expect(diagnose([['in', 'entry', EVENT]])).toEqual(['warning nothing-after-entry in -'])
  })

  test('what cannot be reached is a warning', () => {
    const nodes: Nodes = [
      ['in', 'entry', EVENT],
      ['a', 'exit', {}],
      ['b', 'exit', {}],
    ]
    expect(diagnose(nodes, [['in', 'next', 'a']])).toEqual(['warning unreachable b -'])
  })
})

describe('edges', () => {
  const nodes: Nodes = [
    ['in', 'entry', EVENT],
    ['a', 'send-message', say('x')],
    ['x', 'exit', {}],
  ]
  const right: Links = [
    ['in', 'next', 'a'],
    ['a', 'next', 'x'],
  ]
  const cases: [string, Links, string[]][] = [
    ['to a node that is gone', [['a', 'failed', 'gone']], ['error edge-to-nowhere a -']],
    ['from a node that is gone', [['gone', 'next', 'x']], ['error edge-from-nowhere - -']],
    [
      'from a node that is gone, twice',
      [
        ['gone', 'next', 'x'],
        ['gone', 'next', 'a'],
      ],
      ['error edge-from-nowhere - -', 'error edge-from-nowhere - -'],
    ],
    ['from a port that the node does not have', [['a', 'sent', 'x']], ['error unknown-port a -']],
    ['from a node without ports', [['x', 'next', 'a']], ['error unknown-port x -']],
    ['that is the second of its port', [['a', 'next', 'a']], ['error port-twice a -']],
    ['drawn twice', [['a', 'next', 'x']], ['error port-twice a -']],
    ['into the entry', [['a', 'failed', 'in']], ['error edge-into-entry a -']],
  ]
  test.each(cases)('an edge %s is an error at the node it leaves', (_, wrong, faults) => {
    expect(diagnose(nodes, [...right, ...wrong]).filter((one) => !one.includes('loop'))).toEqual(faults)
  })

  test('paths may merge', () => {
    expect(diagnose(nodes, [...right, ['a', 'failed', 'x']])).toEqual([])
  })
})

describe('loops', () => {
  const nodes: Nodes = [
    ['in', 'entry', EVENT],
    ['a', 'send-message', say('x')],
    ['b', 'set-tag', { add: ['t'] }],
    ['w', 'delay', { for: 'P1D' }],
    ['e', 'wait-for-event', { event: 'order.paid', timeout: 'P1D' }],
  ]

  test('a loop without a wait is an error at its first node', () => {
    const links: Links = [
      ['in', 'next', 'a'],
      ['a', 'next', 'b'],
      ['b', 'next', 'a'],
    ]
    expect(diagnose(nodes.slice(0, 3), links)).toEqual(['error loop-without-wait a -'])
  })

  test('awaiting the outcome of a message is no wait', () => {
    const links: Links = [
      ['in', 'next', 'a'],
      ['a', 'failed', 'a'],
    ]
    expect(diagnose(nodes.slice(0, 2), links)).toEqual(['error loop-without-wait a -'])
  })

  test.each(['w', 'e'])('a loop through the wait %s is fine', (wait) => {
    const on = wait === 'e' ? 'received' : 'next'
    const kept = nodes.filter(([id]) => id === 'in' || id === 'a' || id === wait)
    const links: Links = [
      ['in', 'next', 'a'],
      ['a', 'next', wait],
      [wait, on, 'a'],
    ]
    expect(diagnose(kept, links)).toEqual([])
  })

  test('a wait whose config is still wrong is a wait all the same', () => {
    const kept: Nodes = [
      ['in', 'entry', EVENT],
      ['a', 'send-message', say('x')],
      ['w', 'delay', {}],
    ]
    const links: Links = [
      ['in', 'next', 'a'],
      ['a', 'next', 'w'],
      ['w', 'next', 'a'],
    ]
    expect(diagnose(kept, links)).toEqual(['error one-of w -'])
  })
})

describe('configs', () => {
  test('faults stand at their node and field, also where no contact can come', () => {
    const nodes: Nodes = [
      ['in', 'entry', { on: { segment: 'vip' } }],
      ['a', 'grant-coupon', { coupon: 'gone' }],
      ['b', 'send-message', { channel: 'email', text: '{{ x | y }}' }],
      ['c', 'send-message', { channel: 'email', text: 'x' }],
    ]
    expect(
      diagnose(nodes, [
        ['in', 'next', 'a'],
        ['a', 'next', 'b'],
      ]),
    ).toEqual([
      'error not-yet in on.segment',
      'error unknown-coupon a coupon',
      'error unknown-filter b text',
      'error channel-not-set-up c channel',
      'warning unreachable c -',
    ])
  })

  test('coupons are not checked where they are not known', () => {
    const { program } = compile(onboarding({ coupon: 'any' }), { ...CONTEXT, coupons: null })
    expect(program).toBeDefined()
  })
})
