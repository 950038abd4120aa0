import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { testDatabase } from './testing.ts'

test('a statement used often is prepared once per connection; one used twice is not', async () => {
  await using database = await testDatabase({ max: 1 })
  const { db } = database
  const often = (n: number) => sql<{ n: number }>`select ${n}::int4 + 1 as n`.execute(db)
  for (let n = 0; n < 5; n++) expect((await often(n)).rows).toEqual([{ n: n + 1 }])
  for (let n = 0; n < 2; n++) await sql`select ${n}::int4 + 2 as n`.execute(db)
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db)
  expect(rows.map(({ statement }) => statement)).toEqual(['select $1::int4 + 1 as n'])
})

test('a new connection after a broken one prepares for itself', async () => {
  await using database = await testDatabase({ max: 1 })
  const { db } = database
  const often = () => sql<{ n: number }>`select ${1}::int4 + 1 as n`.execute(db)
  for (let n = 0; n < 5; n++) await often()
  await expect(sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)).rejects.toThrow()
  await vi.waitFor(often)
  for (let n = 0; n < 5; n++) expect((await often()).rows).toEqual([{ n: 2 }])
})
