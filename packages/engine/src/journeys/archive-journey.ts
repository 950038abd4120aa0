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
