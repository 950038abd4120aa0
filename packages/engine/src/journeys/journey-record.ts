import type { JourneyTable } from '@millrace/database'
import { Fault } from '@millrace/database'
import { type Journey, parseJourney } from '@millrace/graph'
import type { Selectable } from 'kysely'
import type { PathNode } from './journey-path.ts'

/** A journey as callers see it; `version` is the published one, null before the first. */
export interface JourneyRecord {
  readonly id: string
  readonly revision: number
  readonly state: JourneyTable['state']
  readonly version: number | null
  readonly journey: Journey
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** A journey in a list: its drawing in brief; `draft` says that it differs from what is published. */
export interface JourneySummary extends Omit<JourneyRecord, 'journey'> {
  readonly name: string
  readonly draft: boolean
  readonly path: readonly PathNode[]
}

/** Reads a document from outside; throws a Fault with the faults of its envelope. */
export function readJourney(document: unknown): Journey {
  const parsed = parseJourney(document)
  if ('journey' in parsed) return parsed.journey
  const zh = '这不是一份可以保存的旅程文档。'
  const en = 'This is no journey document that can be kept.'
  throw new Fault('invalid', 'invalid-journey', { zh, en, errors: parsed.faults })
}

/** A row as callers see it. */
export function toRecord(row: Selectable<JourneyTable>): JourneyRecord {
  return {
    id: row.id,
    revision: row.revision,
    state: row.state,
    version: row.version,
    // Nothing but a parsed journey is ever stored.
    journey: row.document as unknown as Journey,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** What is thrown for an id that no journey has. */
export function noJourney(id: string): Fault {
  return new Fault('not-found', 'no-journey', { zh: `没有旅程 ${id}。`, en: `There is no journey ${id}.` })
}

/** Whether PostgreSQL would take this text for an id of ours. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
