import { queueNudge } from '@millrace/audience'
import type { Engine } from '../engine.ts'

const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Has every open enrolment look again, for a Temporal that has lost its workflows. Each `page` is a transaction of its
 * own; running it twice is harmless. Answers how many there were.
 */
export async function repair({ db }: Engine, { page = 1_000 } = {}): Promise<number> {
  let after = FIRST
  for (let count = 0; ; ) {
    const ids = await db.transaction().execute(async (tx) => {
      const rows = await tx
        .selectFrom('enrolment')
        .select('id')
        .where('id', '>', after)
        .where('ended_at', 'is', null)
        .orderBy('id')
        .limit(page)
        .execute()
      const open = rows.map(({ id }) => id)
      await queueNudge(tx, open)
      return open
    })
    count += ids.length
    const last = ids.at(-1)
    if (last === undefined || ids.length < page) return count
    after = last
  }
}
