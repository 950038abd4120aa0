import { contactRow, eraseContact } from '@millrace/audience'
import { Fault } from '@millrace/database'
import type { Engine } from '../engine.ts'
import { exitEnrolment } from './exit-enrolment.ts'

/**
 * Takes a contact out of every journey, so that the counts still add up, then erases it. Answers whether there was such
 * a contact. Broken off in the middle it has only been taken out; the same call again goes on.
 */
export async function takeOutAndErase(engine: Engine, externalId: string): Promise<boolean> {
  const contact = await contactRow(engine.db, externalId)
  if (contact === null) return false
  const open = await engine.db
    .selectFrom('enrolment')
    .select('id')
    .where('contact_id', '=', contact.id)
    .where('ended_at', 'is', null)
    .execute()
  for (const { id } of open) await exitEnrolment(engine, id).catch(unlessEnded)
  return eraseContact(engine.db, externalId, { clock: engine.clock })
}

function unlessEnded(error: unknown): void {
  if (!(error instanceof Fault && error.code === 'ended')) throw error
}
