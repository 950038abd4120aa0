import { type Db, Fault, type FieldFault, type Tx } from '@millrace/database'
import type { Journey } from '@millrace/graph'
import { type Diagnostic, hashProgram, type Program } from '@millrace/program'
import { sql } from 'kysely'
import { type ChannelSet, compileHere } from './check-journey.ts'
import { isUuid, noJourney, toRecord } from './journey-record.ts'

/** What is published now. */
export interface Published {
  readonly version: number
  readonly programHash: string
}

/** A diagnostic as an error of the call; `path` leads into the document. */
export interface DiagnosticFault extends FieldFault {
  readonly node?: string
  readonly field?: string
}

/**
 * Compiles what is drawn and lets new entries run it; those under way keep their version. A drawing that means the same
 * as the current version publishes nothing new. A paused journey stays paused. Throws a Fault `journey-has-errors`.
 */
export async function publishJourney(db: Db, id: string, channels: ChannelSet): Promise<Published> {
  if (!isUuid(id)) throw noJourney(id)
  return db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom('journey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (row === undefined) throw noJourney(id)
    if (row.state === 'archived') throw archived()
    const { journey } = toRecord(row)
    const { program, diagnostics } = await compileHere(tx, journey, channels)
    if (program === undefined) throw wrong(journey, diagnostics)
    const programHash = hashProgram(program)
    const current = await currentVersion(tx, id)
    const version = current?.programHash === programHash ? current.version : (current?.version ?? 0) + 1
    if (version === current?.version) await redraw(tx, { id, version, document: row.document })
    else await addVersion(tx, { id, version, programHash, program, document: row.document })
    await tx
      .updateTable('journey')
      .set({ version, state: row.state === 'paused' ? 'paused' : 'active', updated_at: sql`now()` })
      .where('id', '=', id)
      .execute()
    return { version, programHash }
  })
}

async function currentVersion(tx: Tx, id: string): Promise<Published | undefined> {
  return tx
    .selectFrom('version')
    .select(['version', 'program_hash as programHash'])
    .where('journey_id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface NewVersion extends Published {
  readonly id: string
  readonly program: Program
  readonly document: unknown
}

async function addVersion(
  tx: Tx,
  { id, version, programHash, program, document }: NewVersion,
): Promise<void> {
  await tx
    .insertInto('program')
    .values({ hash: programHash, program: JSON.stringify(program) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('version')
    .values({ journey_id: id, version, program_hash: programHash, document: JSON.stringify(document) })
    .execute()
  await tx.deleteFrom('trigger').where('journey_id', '=', id).execute()
  if ('event' in program.entry.on)
    await tx.insertInto('trigger').values({ journey_id: id, event_type: program.entry.on.event }).execute()
}

/** A version keeps its meaning, and shows the latest drawing of it. */
async function redraw(
  tx: Tx,
  { id, version, document }: Omit<NewVersion, 'programHash' | 'program'>,
): Promise<void> {
  await tx
    .updateTable('version')
    .set({ document: JSON.stringify(document) })
    .where('journey_id', '=', id)
    .where('version', '=', version)
    .execute()
}

function archived(): Fault {
  const zh = '旅程已归档，不能再发布。请复制一份。'
  return new Fault('conflict', 'archived', {
    zh,
    en: 'An archived journey is not published again. Make a copy.',
  })
}

function wrong(journey: Journey, diagnostics: readonly Diagnostic[]): Fault {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const zh = `旅程有 ${errors.length} 个错误，没有发布。`
  const en = `The journey has ${errors.length} error${errors.length === 1 ? '' : 's'} and was not published.`
  return new Fault('invalid', 'journey-has-errors', {
    zh,
    en,
    errors: errors.map((one) => toFault(journey, one)),
  })
}

function toFault(journey: Journey, { code, message, node, field }: Diagnostic): DiagnosticFault {
  const index = journey.nodes.findIndex(({ id }) => id === node)
  const path = index < 0 ? '' : field === undefined ? `nodes.${index}` : `nodes.${index}.config.${field}`
  return { path, code, message, ...(node !== undefined && { node }), ...(field !== undefined && { field }) }
}
