import { Fault, type Tx } from '@millrace/database'
import { type BlockState, loadBlock } from '../block/load-block.ts'
import { type BlockContact, lockBlock } from '../block/lock-block.ts'
import type { Engine } from '../engine.ts'
import { isUuid } from '../journeys/journey-record.ts'

/** An enrolment that an operator has in hand: no block and no event moves it meanwhile. */
export interface Held {
  readonly tx: Tx
  readonly contact: BlockContact
  readonly state: BlockState
}

/** Runs an operator's action under the contact's lock; throws a Fault `no-enrolment`. */
export async function holdEnrolment(
  { db, clock }: Engine,
  id: string,
  action: (held: Held) => Promise<void>,
): Promise<void> {
  if (!isUuid(id)) throw noEnrolment(id)
  await db.transaction().execute(async (tx) => {
    const contact = await lockBlock(tx, id, clock)
    if (contact === null) throw noEnrolment(id)
    await action({ tx, contact, state: await loadBlock(tx, id) })
  })
}

function noEnrolment(id: string): Fault {
  return new Fault('not-found', 'no-enrolment', {
    zh: `没有进入记录 ${id}。`,
    en: `There is no enrolment ${id}.`,
  })
}
