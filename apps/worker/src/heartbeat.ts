import type { Clock, Db } from '@millrace/database'
import type { Engine } from '@millrace/engine'
import packageJson from '../package.json' with { type: 'json' }
import { type Loop, startLoop } from './loop.ts'

const NAME = 'worker'

/** Says every second that a worker works, for as long as `works` answers so; the word is taken back at the end. */
export function startHeartbeat({ db, clock }: Engine, works: () => boolean): Loop {
  const detail = JSON.stringify({ pid: process.pid, version: packageJson.version })
  const loop = startLoop('heartbeat', {
    everyMs: 1000,
    async work() {
      if (works()) await beat({ db, clock }, detail)
      return false
    },
  })
  return {
    wake: loop.wake,
    async stop() {
      await loop.stop()
      await takeBack(db, detail).catch(() => {})
    },
  }
}

async function beat({ db, clock }: { db: Db; clock: Clock }, detail: string): Promise<void> {
  await db
    .insertInto('heartbeat')
    .values({ name: NAME, beat_at: clock.now(), detail })
    .onConflict((row) => row.column('name').doUpdateSet({ beat_at: clock.now(), detail }))
    .execute()
}

/** Another worker may have said it since. */
async function takeBack(db: Db, detail: string): Promise<void> {
  await db.deleteFrom('heartbeat').where('name', '=', NAME).where('detail', '=', detail).execute()
}
