import { journeyStats } from '@millrace/analytics'
import type { Db } from '@millrace/database'
import { listJourneys } from '@millrace/engine'

const NONE = { entered: 0, inFlight: 0, needsAttention: 0 }

/** The journeys list: what is drawn, beside who travels it. */
export async function journeyItems(db: Db) {
  const [journeys, stats] = await Promise.all([listJourneys(db), journeyStats(db)])
  return journeys.map((journey) => ({
    ...journey,
    path: [...journey.path],
    ...(stats.get(journey.id) ?? NONE),
  }))
}
