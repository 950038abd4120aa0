import { expect, test } from 'vitest'
import { faultsOf } from '../../test/check.ts'
import { memoryServices } from '../../test/memory-services.ts'
import { performEffect } from '../effects.ts'

test('the trace shows only what really changed', async () => {
  const { services, did } = memoryServices({ tags: ['new', 'vip'] })
  const config = { add: ['vip', 'loyal'], remove: ['new', 'absent'] }
  expect(await performEffect({ kind: 'set-tag', config, configVersion: 1 }, services)).toEqual({
    port: 'next',
    output: { added: ['loyal'], removed: ['new'] },
  })
  expect([...did.tags]).toEqual(['vip', 'loyal'])
})

test.each([
  [{}, ['warning nothing-to-do add']],
  [{ add: ['a'], remove: ['a'] }, ['error tag-twice remove']],
  [{ add: [''] }, ['error too-short add.0']],
  [{ add: ['a'.repeat(65)] }, ['error too-long add.0']],
  [{ add: 'a' }, ['error wrong-type add']],
])('%j has the faults %j', (config, faults) => {
  expect(faultsOf('set-tag', config)).toEqual(faults)
})
