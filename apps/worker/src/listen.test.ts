import { testDatabase } from '@millrace/database/testing'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { listen } from './listen.ts'

it('hears what PostgreSQL notifies, and looks once more after it has lost the connection', async () => {
  await using test = await testDatabase()
  const heard = vi.fn()
  const other = vi.fn()
  const listener = listen(test.url, { one_channel: heard, other_channel: other })
  await vi.waitUntil(() => heard.mock.calls.length === 1)
  await sql`select pg_notify('one_channel', '')`.execute(test.db)
  await vi.waitUntil(() => heard.mock.calls.length === 2)
  expect(other).toHaveBeenCalledTimes(1)

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`.execute(test.db)
  await vi.waitUntil(() => heard.mock.calls.length === 3, { timeout: 5000 })
  await sql`select pg_notify('one_channel', '')`.execute(test.db)
  await vi.waitUntil(() => heard.mock.calls.length === 4)
  await listener.stop()
})
