import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'
import { portsOf, summaryOf } from '../look-at.ts'

const a = { id: 'a', name: '对照', weight: 3 }
const b = { id: 'b', name: '新话术', weight: 1 }

test('each arm is a port with its weight', () => {
  expect(lowered('split', { arms: [a, b], seed: 's' }, { a: 'x' })).toEqual([
    {
      op: 'split',
      node: 'me',
      kind: 'split',
      arms: [
        { port: 'a', weight: 3, to: 'x' },
        { port: 'b', weight: 1, to: null },
      ],
      seed: 's',
    },
  ])
  expect(portsOf({ kind: 'split', config: { arms: [a, b] } }).map(({ label }) => label.zh)).toEqual([
    '对照',
    '新话术',
  ])
  expect(summaryOf({ kind: 'split', config: { arms: [a, b] } })?.en).toBe('75 / 25')
})

test.each([
  [{ arms: [{ ...a, weight: 0 }] }, ['error bad-weight arms.0.weight']],
  [{ arms: [{ ...a, weight: -1 }] }, ['error bad-weight arms.0.weight']],
  [{ arms: [a, a] }, ['error duplicate-id arms.1.id']],
  [{ arms: [] }, ['error too-short arms']],
  [{ arms: [{ ...a, weight: 'half' }] }, ['error wrong-type arms.0.weight']],
])('%j has the faults %j', (config, faults) => {
  expect(faultsOf('split', config)).toEqual(faults)
})
