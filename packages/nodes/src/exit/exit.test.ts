import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'

test('an exit ends the journey and takes no settings', () => {
  expect(lowered('exit', {}, {})).toEqual([{ op: 'exit', node: 'me', kind: 'exit' }])
  expect(faultsOf('exit', { reason: 'x' })).toEqual(['error unknown-key reason'])
})
