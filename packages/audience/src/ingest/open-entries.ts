import type { Tx } from '@millrace/database'
import type { Program } from '@millrace/program'
import { sql } from 'kysely'
import type { EnrolRequest } from '../enrol/enrol.ts'
import type { Arrived, Candidate } from './candidate.ts'

/** A journey that takes entries by an event type, at the version that is out. */
export interface OpenEntry {
  readonly journey_id: string
  readonly event_type: string
  readonly version: number
  readonly program_hash: string
}

/** An event that enters its contact if its `where` holds. */
export interface EntryCandidate extends Candidate {
  readonly entry: OpenEntry
  readonly program: Program
}

/** The journeys that one of these events may enter; a paused one records its entries. */
export async function loadOpenEntries(tx: Tx, arrived: readonly Arrived[]): Promise<OpenEntry[]> {
  const types = [...new Set(arrived.map((one) => one.event.type))]
  const { rows } = await sql<OpenEntry>`
    select t.journey_id, t.event_type, v.version, v.program_hash
    from trigger t
    join journey j on j.id = t.journey_id and j.state in ('active', 'paused')
    join version v on v.journey_id = j.id and v.version = j.version
    where t.event_type = any(${types}::text[])
    order by t.journey_id`.execute(tx)
  return rows
}

/** Each event with the journeys it may enter, in the order in which the events came. */
export function entryCandidates(
  entries: readonly OpenEntry[],
  arrived: readonly Arrived[],
  programs: ReadonlyMap<string, Program>,
): EntryCandidate[] {
  const byType = Object.groupBy(entries, (entry) => entry.event_type)
  return arrived.flatMap((one) =>
    (byType[one.event.type] ?? []).flatMap((entry) => {
      const program = programs.get(entry.program_hash)
      const on = program?.entry.on
      if (program === undefined || on === undefined || !('event' in on) || on.event !== entry.event_type)
        return []
      const zone = one.contact.time_zone ?? program.timeZone
      return [{ arrived: one, where: on.where, zone, entry, program }]
    }),
  )
}

/** What an entry that matched asks for. */
export function entryRequest({ arrived, entry, program, zone }: EntryCandidate): EnrolRequest {
  return {
    contactId: arrived.contact.id,
    journeyId: entry.journey_id,
    version: entry.version,
    reentry: program.reentry,
    zone,
    cursor: { seq: arrived.seq, at: arrived.stamp },
    eventSeq: arrived.seq,
  }
}
