import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** How often a statement is used before it is prepared: what is built once is not worth it. */
const USES = 3
/** How many are prepared at most; each takes memory on every connection. */
const PREPARED = 300
/** How many others are counted at a time. */
const COUNTED = 2000

/** A pool that has PostgreSQL plan its frequent statements once per connection: planning is most of what they cost. */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const nameOf = frequentNames()
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known !== undefined) return known
      const preparing = preparingClient(client, nameOf)
      clients.set(client, preparing)
      return preparing
    },
  }
}

function preparingClient(client: pg.PoolClient, nameOf: (text: string) => string | null): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) => {
    const name = values.length === 0 ? null : nameOf(text)
    return client.query({ text, values: [...values], ...(name !== null && { name }) })
  }
  return {
    // No cursor is configured, so the dialect calls the first overload only.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  }
}

function frequentNames(): (text: string) => string | null {
  const names = new Map<string, string>()
  const uses = new Map<string, number>()
  return (text) => {
    const name = names.get(text)
    if (name !== undefined) return name
    if (names.size >= PREPARED) return null
    const count = (uses.get(text) ?? 0) + 1
    if (count < USES) {
      if (uses.size >= COUNTED) uses.clear()
      uses.set(text, count)
      return null
    }
    uses.delete(text)
    const given = `statement_${names.size}`
    names.set(text, given)
    return given
  }
}
