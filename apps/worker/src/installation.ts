import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@millrace/database'
import { describeError } from './describe-error.ts'
import { log } from './log.ts'

/** Who this installation is, as soon as PostgreSQL is there and migrated; null once `signal` aborts. */
export async function waitForInstallation(db: Db, signal: AbortSignal): Promise<string | null> {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const { id } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()
      if (failures > 0) log('PostgreSQL: connected')
      return id
    } catch (error) {
      if (failures === 0) log(`PostgreSQL: not there yet, keeps trying: ${describeError(error)}`)
      await sleep(500, undefined, { signal }).catch(() => {})
    }
  }
  return null
}
