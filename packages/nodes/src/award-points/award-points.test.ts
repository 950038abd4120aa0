import { expect, test } from 'vitest'
import { faultsOf } from '../../test/check.ts'
import { memoryServices } from '../../test/memory-services.ts'
import { performEffect } from '../effects.ts'

function award(points: number | string, event = {}) {
  const { services, did } = memoryServices({ event })
  const act = { kind: 'award-points', config: { points, reason: '首单' }, configVersion: 1 }
  return { outcome: performEffect(act, services), did }
}

test.each([
  [50, 50],
  [0, 0],
  ['{{ event.amount | times: 10 | floor }}', 125],
  [' 7 ', 7],
])('%j awards %i points', async (points, expected) => {
  const { outcome, did } = award(points, { amount: '12.55' })
  expect(await outcome).toEqual({ port: 'next', output: { points: expected, balance: expected } })
  expect(did.points).toBe(expected)
})

test.each(['abc', '{{ event.amount }}', '-1', '1e3', '', '9999999999'])(
  '%j stops for an operator and awards nothing',
  async (points) => {
    const { outcome, did } = award(points, { amount: '12.55' })
    expect(await outcome).toMatchObject({ attention: { code: 'points-not-a-number' } })
    expect(did.points).toBe(0)
  },
)

test('the reason names what came out, in both languages', async () => {
  const outcome = await award('{{ event.amount }}', { amount: '12.55' }).outcome
  const message = 'attention' in outcome ? outcome.attention.message : { zh: '', en: '' }
  expect(message.zh).toContain('「12.55」')
  expect(message.en).toContain('"12.55"')
})

test.each([
  [{ points: -1 }, ['error too-small points']],
  [{ points: 1.5 }, ['error wrong-type points']],
  [{ points: '{{ x | y }}' }, ['error unknown-filter points']],
  [{ points: 'abc' }, ['warning points-not-a-number points']],
  [{ points: '50' }, []],
  [{}, ['error missing points']],
])('%j has the faults %j', (config, faults) => {
  expect(faultsOf('award-points', config)).toEqual(faults)
})
