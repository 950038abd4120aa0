import { expect, it } from 'vitest'
import { readSettings } from './settings.ts'

const DATABASE_URL = 'postgresql://127.0.0.1/millrace'

it('needs a database and nothing else', () => {
  expect(() => readSettings({})).toThrow('DATABASE_URL is not set.')
  expect(readSettings({ DATABASE_URL })).toMatchObject({
    databaseUrl: DATABASE_URL,
    temporal: { address: '127.0.0.1:7233', namespace: 'default' },
    sweepSeconds: 30,
  })
})

it('names the variable that is wrong', () => {
  expect(() => readSettings({ DATABASE_URL, MILLRACE_WORKFLOW_CACHE: 'many' })).toThrow(
    'MILLRACE_WORKFLOW_CACHE is many: give a whole number of at least 2.',
  )
  expect(readSettings({ DATABASE_URL, MILLRACE_SWEEP_SECONDS: '0' }).sweepSeconds).toBe(0)
})
