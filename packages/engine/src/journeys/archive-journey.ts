import type { Engine } from '../engine.ts'
import { lockJourney, nudgePaused, setState } from './pause-journey.ts'

/** Takes no new entries any more. Enrolments under way go on to their end, those that a pause had stopped too. */
export async function archiveJourney({ db, clock }: Engine, id: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const state = await lockJourney(tx, id)
    await tx.deleteFrom('trigger').where('journey_id', '=', id).execute()
    await setState(tx, id, 'archived')
    if (state === 'paused') await nudgePaused(tx, id, clock)
  })
}

/** What operators are told before they archive. */
export const ARCHIVE_NOTE = {
  zh: '归档后不再有新的进入；已在途的客户会走完旅程。',
  en: 'An archived journey takes no new entries; contacts under way travel it to the end.',
}
