import {
  type EnrolRequest,
  enrol,
  type LockedContact,
  loadPrograms,
  lockContacts,
  outsideId,
} from '@millrace/audience'
import { type Db, Fault, type Tx } from '@millrace/database'
import type { Program, Refusal } from '@millrace/program'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { isUuid, noJourney } from '../journeys/journey-record.ts'

/** How many have entered, and who has not. */
export interface HandEntered {
  readonly enrolled: number
  readonly skipped: readonly { readonly contact: string; readonly reason: Refusal | 'unknown-contact' }[]
}

/** Contacts of one transaction: their locks are held together. */
const BATCH = 500

/**
 * Enters contacts, named by their outside ids, by an operator's hand, now, without an event: into any published journey, whatever its entry says,
 * but never past its re-entry rule. A paused journey records the entries. Throws a Fault `not-running`.
 */
export async function enrolContacts(
  engine: Engine,
  journey: string,
  contacts: readonly string[],
): Promise<HandEntered> {
  if (!isUuid(journey)) throw noJourney(journey)
  const named = Map.groupBy(new Set(contacts), (contact) => outsideId(contact))
  const ids = [...named.keys()].filter((id) => id !== null)
  const parts: HandEntered[] = []
  do {
    const batch = ids.slice(parts.length * BATCH, (parts.length + 1) * BATCH)
    parts.push(
      await engine.db.transaction().execute((tx) => enrolBatch(tx, engine, { journey, contacts: batch })),
    )
  } while (parts.length * BATCH < ids.length)
  return {
    enrolled: parts.reduce((sum, part) => sum + part.enrolled, 0),
    skipped: [
      ...(named.get(null) ?? []).map((contact) => ({ contact, reason: 'unknown-contact' as const })),
      ...parts.flatMap((part) => part.skipped),
    ],
  }
}

interface HandEntry {
  readonly journey: string
  readonly contacts: readonly string[]
}

async function enrolBatch(tx: Tx, { clock }: Engine, { journey, contacts }: HandEntry): Promise<HandEntered> {
  const locked = await lockContacts(tx, { externalIds: contacts }, clock)
  const { version, program } = await running(tx, journey)
  const requests = locked.map(
    (contact): EnrolRequest => ({
      contactId: contact.id,
      journeyId: journey,
      version,
      reentry: program.reentry,
      zone: contact.time_zone ?? program.timeZone,
      cursor: { seq: contact.last_seq, at: contact.now },
      eventSeq: null,
    }),
  )
  const outcomes = await enrol(tx, requests)
  await stamp(tx, locked)
  const known = new Set(locked.map(({ external_id }) => external_id))
  const unknown = contacts.filter((contact) => !known.has(contact))
  return {
    enrolled: outcomes.filter(({ outcome }) => outcome === 'enrolled').length,
    skipped: [
      ...unknown.map((contact) => ({ contact, reason: 'unknown-contact' as const })),
      ...outcomes.flatMap(({ outcome }, index) => {
        const contact = locked[index]?.external_id
        return outcome === 'enrolled' || !contact ? [] : [{ contact, reason: outcome }]
      }),
    ],
  }
}

async function stamp(tx: Tx, locked: readonly LockedContact[]): Promise<void> {
  await sql`
    update contact set last_at = given.now
    from unnest(
      ${locked.map(({ id }) => id)}::uuid[], ${locked.map(({ now }) => new Date(now))}::timestamptz[]
    ) as given(id, now)
    where contact.id = given.id`.execute(tx)
}

async function running(tx: Tx, id: string): Promise<{ version: number; program: Program }> {
  const row = await tx
    .selectFrom('journey')
    .innerJoin('version', (join) =>
      join.onRef('version.journey_id', '=', 'journey.id').onRef('version.version', '=', 'journey.version'),
    )
    .select(['journey.state', 'version.version', 'version.program_hash as hash'])
    .where('journey.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || (row.state !== 'active' && row.state !== 'paused')) throw await notRunning(tx, id)
  const program = (await loadPrograms(tx, [row.hash])).get(row.hash)
  if (program === undefined) throw new Error(`There is no program ${row.hash}.`)
  return { version: row.version, program }
}

async function notRunning(tx: Db | Tx, id: string): Promise<Fault> {
  const journey = await tx.selectFrom('journey').select('state').where('id', '=', id).executeTakeFirst()
  if (journey === undefined) return noJourney(id)
  const zh = '旅程没有在运行，不能让客户进入。请先发布。'
  const en = 'The journey does not run, so nobody can enter it. Publish it first.'
  return new Fault('conflict', 'not-running', { zh, en })
}
