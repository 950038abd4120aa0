import { testDatabase } from '@millrace/database/testing'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { describeError } from './describe-error.ts'

it('names the code of what PostgreSQL refuses and never the value', async () => {
  await using test = await testDatabase()
  const refused = sql`select ${'13800000000'}::jsonb->'x', ${'李雷'}::int`.execute(test.db)
  const error = await refused.catch((cause: unknown) => cause)
  expect(describeError(error)).toMatch(/code 22P02/)
  expect(describeError(error)).not.toMatch(/13800000000|李雷/)
})

it('tells what the runtime found wrong, the cause, and where in our code it was', () => {
  const cause = new TypeError('x is not a function')
  const text = describeError(new Error('李雷', { cause }))
  expect(text).toMatch(/^Error, at apps\/worker\/src\/describe-error\.test\.ts:\d+/)
  expect(text).toContain('< TypeError: x is not a function')
  expect(text).not.toContain('李雷')
})

it('has words for what is no error', () => {
  expect(describeError('李雷')).toBe('unknown error')
})
