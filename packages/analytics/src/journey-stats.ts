import type { Db } from '@millrace/database'
import { sql } from 'kysely'

/** Enrolments of one journey. */
export interface JourneyStats {
  readonly entered: number
  readonly inFlight: number
  readonly needsAttention: number
}

/** Enrolments by journey id; journeys that nobody has entered are absent. */
export async function journeyStats(db: Db): Promise<ReadonlyMap<string, JourneyStats>> {
  const { rows } = await sql<JourneyStats & { journey: string }>`
    select journey_id as journey, count(*) as entered,
      count(*) filter (where ended_at is null) as "inFlight",
      count(*) filter (where state = 'needs-attention') as "needsAttention"
    from enrolment group by journey_id`.execute(db)
  return new Map(rows.map(({ journey, ...stats }) => [journey, stats]))
}
