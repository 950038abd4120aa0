import { type Journey, parseJourney } from '@millrace/graph'
import type { Text } from '@millrace/program'
import { api } from '../../api/api.ts'
import type { JourneyDetail, JourneyDocument } from '../../api/journeys.ts'
import { Problem } from '../../api/problem.ts'
import type { SavedJourney, SaveOutcome } from './autosave.ts'

/** The document that the server holds; throws when it is none that this version can read. */
export function readSaved({ journey, revision }: Pick<JourneyDetail, 'journey' | 'revision'>): SavedJourney {
  const read = parseJourney(journey)
  if ('faults' in read) throw new Error(read.faults.map(({ path, code }) => `${path}: ${code}`).join(', '))
  return { journey: read.journey, revision }
}

/** A journey as a body of the API: it is JSON throughout, which its type leaves open. */
export function asBody(journey: Journey): JourneyDocument {
  return journey as unknown as JourneyDocument
}

/** Saves a journey over the revision that it came from. */
export async function putJourney(id: string, journey: Journey, revision: number): Promise<SaveOutcome> {
  try {
    const saved = await api.journeys.save(id, revision, asBody(journey))
    return { kind: 'saved', revision: saved.revision }
  } catch (fault) {
    return await outcomeOf(id, fault)
  }
}

async function outcomeOf(id: string, fault: unknown): Promise<SaveOutcome> {
  if (!(fault instanceof Problem) || fault.status === 0 || fault.status >= 500) return { kind: 'unreachable' }
  if (fault.status !== 412) return { kind: 'refused', reason: reasonOf(fault) }
  try {
    return { kind: 'stale', theirs: readSaved(await api.journeys.find(id)) }
  } catch {
    return { kind: 'unreachable' }
  }
}

function reasonOf({ errors, text, code }: Problem): Text {
  return errors[0]?.message ?? text ?? { zh: code, en: code }
}
