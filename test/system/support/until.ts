import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves with what `look` finds, as soon as it finds something; rejects after `timeoutMs`. */
export async function until<Found>(
  look: () => Promise<Found | undefined | null | false> | Found | undefined | null | false,
  { timeoutMs = 30_000, what = 'what was waited for' } = {},
): Promise<Found> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(25)) {
    const found = await look()
    if (found !== undefined && found !== null && found !== false) return found
  }
  throw new Error(`${what} has not come in ${timeoutMs} ms.`)
}
