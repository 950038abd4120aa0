import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * Calls what belongs to a PostgreSQL channel when it is notified, and all of them whenever the connection is new: what
 * was said while it was broken is not repeated.
 */
export function listen(url: string, calls: Readonly<Record<string, () => void>>): { stop(): Promise<void> } {
  const stopped = new AbortController()

  async function stayConnected(): Promise<void> {
    while (!stopped.signal.aborted) {
      const client = new pg.Client({ connectionString: url, keepAlive: true })
      await listenUntilLost(client).catch(() => {})
      await client.end().catch(() => {})
      await sleep(500, undefined, { signal: stopped.signal }).catch(() => {})
    }
  }

  async function listenUntilLost(client: pg.Client): Promise<void> {
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
      stopped.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    client.on('notification', ({ channel }) => calls[channel]?.())
    await client.connect()
    for (const channel of Object.keys(calls)) await client.query(`listen ${client.escapeIdentifier(channel)}`)
    for (const call of Object.values(calls)) call()
    await lost
  }

  const running = stayConnected()
  return {
    stop() {
      stopped.abort()
      return running
    },
  }
}
