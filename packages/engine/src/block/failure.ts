import type { WaitPlan } from '@millrace/program'
import type { Engine } from '../engine.ts'
import { INTERNAL_ERROR } from './block-host.ts'
import { loadBlock } from './load-block.ts'
import { lockBlock } from './lock-block.ts'

/** Blocks that may throw in a row before an operator is asked. */
const TRIES = 3

/** Counts a block that threw and was rolled back; answers whether it was the last try. */
export async function countFailure({ db, clock, log }: Engine, id: string, error: unknown): Promise<boolean> {
  log?.({ level: 'error', what: 'block-failed', enrolment: id, cause: causeOf(error) })
  return db.transaction().execute(async (tx) => {
    const contact = await lockBlock(tx, id, clock)
    if (contact === null) return false
    const row = await tx
      .updateTable('enrolment')
      .set((old) => ({ failures: old('failures', '+', 1), updated_at: contact.now }))
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('failures')
      .executeTakeFirst()
    return (row?.failures ?? 0) >= TRIES
  })
}

/**
 * Parks an enrolment whose block cannot even be tried step by step. Its rows stay as they are, so that a retry runs
 * the same block again.
 */
export async function parkUnderRepeatedFailure({ db, clock }: Engine, id: string): Promise<WaitPlan> {
  return db.transaction().execute(async (tx) => {
    const contact = await lockBlock(tx, id, clock)
    if (contact === null) return { kind: 'done' }
    const { endedAt, node, wait } = await loadBlock(tx, id)
    if (endedAt !== null) return { kind: 'done' }
    const reason = { ...INTERNAL_ERROR, node: node ?? wait?.plan.legs[0]?.node ?? '' }
    await tx
      .updateTable('enrolment')
      .set({ state: 'needs-attention', reason: JSON.stringify(reason), updated_at: contact.now })
      .where('id', '=', id)
      .execute()
    return { kind: 'park' }
  })
}

// A message may quote what a contact owns; the name, the code and where it was thrown do not.
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const place = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? ''
  return `${error.name}${code} ${place.trim()}`
}
