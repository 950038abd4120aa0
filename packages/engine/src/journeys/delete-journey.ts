import { type Db, Fault } from '@millrace/database'
import { isUuid, noJourney } from './journey-record.ts'

/** Removes a drawing that was never published; throws a Fault `was-published` for any other. */
export async function deleteJourney(db: Db, id: string): Promise<void> {
  if (!isUuid(id)) throw noJourney(id)
  const gone = await db
    .deleteFrom('journey')
    .where('id', '=', id)
    .where('version', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (gone !== undefined) return
  const kept = await db.selectFrom('journey').select('id').where('id', '=', id).executeTakeFirst()
  if (kept === undefined) throw noJourney(id)
  throw new Fault('conflict', 'was-published', {
    zh: '发布过的旅程不能删除，可以归档。',
    en: 'A journey that was published is not deleted. Archive it instead.',
  })
}
