import { type OutboxRow, takeOutbox } from '@millrace/audience'
import type { Db } from '@millrace/database'
import { tellTemporal } from './tell-temporal.ts'
import type { TemporalCalls } from './temporal-calls.ts'

const BATCH = 200
const AT_ONCE = 50

/**
 * Hands what the outbox holds to Temporal once and answers whether there may be more. Throws, with every row still
 * there, when Temporal takes none of it.
 */
export async function relayOnce(db: Db, temporal: TemporalCalls): Promise<boolean> {
  const telling = { temporal, isOpen: (enrolment: string) => isOpen(db, enrolment) }
  const taken = await takeOutbox(db, { limit: BATCH }, async (rows) => {
    const failures: { ids: number[]; error: unknown }[] = []
    const groups = byEnrolment(rows)
    await eachOf(groups, AT_ONCE, async ([enrolment, about]) => {
      try {
        await tellTemporal(telling, { enrolment, rows: about })
      } catch (error) {
        failures.push({ ids: about.map(({ id }) => id), error })
      }
    })
    if (failures.length === groups.length) throw failures[0]?.error
    return { failed: failures.flatMap(({ ids }) => ids) }
  })
  return taken === BATCH
}

function byEnrolment(rows: readonly OutboxRow[]): (readonly [string, readonly OutboxRow[]])[] {
  return [...Map.groupBy(rows, ({ enrolment_id }) => enrolment_id)]
}

/** Not on the transaction that holds the rows: many ask at once. */
async function isOpen(db: Db, enrolment: string): Promise<boolean> {
  const row = await db
    .selectFrom('enrolment')
    .select('ended_at')
    .where('id', '=', enrolment)
    .executeTakeFirst()
  return row !== undefined && row.ended_at === null
}

async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const lanes = Array.from({ length: Math.min(atOnce, items.length) }, async () => {
    for (const item of queue) await work(item)
  })
  await Promise.all(lanes)
}
