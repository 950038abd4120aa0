import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase, systemClock } from '@millrace/database'
import { repair } from '@millrace/engine'
import { NativeConnection } from '@temporalio/worker'
import { sql } from 'kysely'
import { relayOnce } from './relay/relay.ts'
import { temporalCalls } from './relay/temporal-calls.ts'
import { installRuntime } from './runtime.ts'
import { readSettings } from './settings.ts'

const { databaseUrl, temporal } = readSettings(process.env)
installRuntime()
const db = openDatabase(databaseUrl, { max: 4 })
const nudged = await repair({ db, clock: systemClock })
await drainOutbox()
await db.destroy()
console.log(
  /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
    ? `已唤醒 ${nudged} 个在途客户的旅程。`
    : `Nudged ${nudged} open enrolments.`,
)
process.exit(0)

/** Relays beside the worker, if one runs: no row is in two hands. */
async function drainOutbox(): Promise<void> {
  const { id: installation } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()
  const connection = await NativeConnection.connect({ address: temporal.address })
  const calls = temporalCalls(connection, { installation, namespace: temporal.namespace })
  while (await isWaiting()) {
    if (!(await relayOnce(db, calls))) await sleep(100)
  }
  await connection.close()
}

async function isWaiting(): Promise<boolean> {
  const { rows } = await sql`select from outbox limit 1`.execute(db)
  return rows.length > 0
}
