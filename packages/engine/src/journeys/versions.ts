import type { Db } from '@millrace/database'
import type { Journey } from '@millrace/graph'
import { findJourney } from './keep-journey.ts'

/** A published drawing. */
export interface JourneyVersion {
  readonly version: number
  readonly programHash: string
  readonly publishedAt: Date
  readonly journey: Journey
}

/** The versions of a journey, newest first. */
export async function listVersions(db: Db, id: string): Promise<JourneyVersion[]> {
  await findJourney(db, id)
  const rows = await db
    .selectFrom('version')
    .selectAll()
    .where('journey_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    programHash: row.program_hash,
    publishedAt: row.published_at,
    // Nothing but a parsed journey is ever published.
    journey: row.document as unknown as Journey,
  }))
}
