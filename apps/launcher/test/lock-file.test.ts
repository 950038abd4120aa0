import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { missingForOtherMachines } from '../src/complete-lock.js'

const file = join(import.meta.dirname, '../../../package-lock.json')

test('the lock file serves every machine (node apps/launcher/src/complete-lock.js mends it)', async () => {
  const { packages } = JSON.parse(await readFile(file, 'utf8'))
  expect(missingForOtherMachines(packages)).toEqual({})
  delete packages['node_modules/@biomejs/cli-darwin-arm64']
  expect(missingForOtherMachines(packages)).toEqual({
    'node_modules/@biomejs/cli-darwin-arm64': {
      ...{ version: packages['node_modules/@biomejs/biome'].version, os: ['darwin'], cpu: ['arm64'] },
      ...{ dev: true, license: 'MIT OR Apache-2.0', optional: true },
    },
  })
})
