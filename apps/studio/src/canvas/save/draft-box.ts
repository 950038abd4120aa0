import { type Journey, parseJourney } from '@millrace/graph'
import type { DraftBox, SavedJourney } from './autosave.ts'

/** Unsaved work in this browser; a store that refuses (full, private mode) loses only the safety net. */
export function draftBox(journeyId: string, storage: Storage): DraftBox {
  const key = `millrace.draft.${journeyId}`
  return {
    read() {
      try {
        return readDraft(JSON.parse(storage.getItem(key) ?? 'null'))
      } catch {
        return null
      }
    },
    write(draft) {
      try {
        storage.setItem(key, JSON.stringify(draft))
      } catch {
        // The next save still has everything.
      }
    },
    clear() {
      try {
        storage.removeItem(key)
      } catch {
        // Read again it is compared with what the server has.
      }
    },
  }
}

function readDraft(value: unknown): SavedJourney | null {
  if (typeof value !== 'object' || value === null || !('journey' in value) || !('revision' in value))
    return null
  const journey = parsed(value.journey)
  return journey !== null && typeof value.revision === 'number' ? { journey, revision: value.revision } : null
}

function parsed(value: unknown): Journey | null {
  const result = parseJourney(value)
  return 'journey' in result && result.journey !== undefined ? result.journey : null
}
