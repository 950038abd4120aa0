import { expect, test } from 'vitest'
import { createLiveStore } from './live-store.ts'

const counts = (entered: number) => ({ entered, waiting: 0, failed: 0, left: {} })

test('figures of a node that did not change stay the very object', () => {
  const live = createLiveStore()
  live.getState().setCounts({ a: counts(1), b: counts(1) }, 'a')
  const before = live.getState().counts
  live.getState().setCounts({ a: counts(1), b: counts(2) }, 'a')
  const after = live.getState().counts
  expect(after?.get('a')).toBe(before?.get('a'))
  expect(after?.get('b')?.entered).toBe(2)
  expect(live.getState().entries).toBe(1)
})

test('diagnostics are grouped by node, and the same ones again change nothing', () => {
  const live = createLiveStore()
  const fault = { severity: 'error' as const, code: 'x', node: 'a', message: { zh: '错', en: 'Wrong' } }
  live.getState().setDiagnostics([fault, { severity: 'error', code: 'y', message: fault.message }])
  const before = live.getState()
  expect(before.byNode.get('a')).toEqual([fault])
  expect(before.diagnostics).toHaveLength(2)
  live.getState().setDiagnostics([{ ...fault }, { severity: 'error', code: 'y', message: fault.message }])
  expect(live.getState()).toBe(before)
})

test('one may ask for the same place twice', () => {
  const live = createLiveStore()
  live.getState().jumpTo('a', 'text')
  const first = live.getState().jump
  live.getState().jumpTo('a', 'text')
  expect(live.getState().jump).not.toEqual(first)
})
