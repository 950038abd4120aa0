import { type Db, Fault, newId } from '@millrace/database'
import { sql } from 'kysely'
import { journeyPath } from './journey-path.ts'
import {
  isUuid,
  type JourneyRecord,
  type JourneySummary,
  noJourney,
  readJourney,
  toRecord,
} from './journey-record.ts'

/** Keeps a new drawing. Throws a Fault `invalid-journey` for a wrong envelope; config and edges may be wrong. */
export async function createJourney(db: Db, document: unknown): Promise<JourneyRecord> {
  const journey = readJourney(document)
  const row = await db
    .insertInto('journey')
    .values({
      id: newId(),
      name: journey.name,
      state: 'draft',
      revision: 1,
      document: JSON.stringify(journey),
      version: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toRecord(row)
}

/** All journeys, newest first. */
export async function listJourneys(db: Db): Promise<JourneySummary[]> {
  const rows = await db
    .selectFrom('journey')
    .leftJoin('version', (join) =>
      join.onRef('version.journey_id', '=', 'journey.id').onRef('version.version', '=', 'journey.version'),
    )
    .selectAll('journey')
    .select(sql<boolean>`version.document is distinct from journey.document`.as('draft'))
    .orderBy('journey.id', 'desc')
    .execute()
  return rows.map((row) => {
    const { journey, ...record } = toRecord(row)
    return { ...record, name: journey.name, draft: row.draft, path: journeyPath(journey) }
  })
}

/** The journey; throws a Fault `no-journey`. */
export async function findJourney(db: Db, id: string): Promise<JourneyRecord> {
  if (!isUuid(id)) throw noJourney(id)
  const row = await db.selectFrom('journey').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw noJourney(id)
  return toRecord(row)
}

/** A changed drawing and the revision it was drawn from. */
export interface Saving {
  readonly id: string
  readonly document: unknown
  readonly revision: number
}

/** Keeps a changed drawing. Throws a Fault `stale` when somebody else has saved since that revision. */
export async function saveJourney(db: Db, { id, document, revision }: Saving): Promise<JourneyRecord> {
  const journey = readJourney(document)
  if (!isUuid(id)) throw noJourney(id)
  const row = await db
    .updateTable('journey')
    .set({
      name: journey.name,
      document: JSON.stringify(journey),
      revision: revision + 1,
      updated_at: sql`now()`,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst()
  if (row !== undefined) return toRecord(row)
  await findJourney(db, id)
  const zh = '别人已经保存过这个旅程。请先载入最新的版本，再改一次。'
  const en = 'Somebody else has saved this journey. Load the latest revision and make your change again.'
  throw new Fault('stale', 'stale', { zh, en })
}
