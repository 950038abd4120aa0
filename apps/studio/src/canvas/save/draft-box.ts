import { type Journey, parseJourney } from '@millrace/graph'
import type { DraftBox, SavedJourney } from './autosave.ts'

/** Asking for a store throws where cookies are blocked. */
type Shelf = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where drafts are kept: a tab's own outlives a reload, what all tabs share outlives the tab. */
interface Shelves {
  readonly own: Shelf
  readonly shared: Shelf
}

/** Unsaved work in this browser; a store that refuses (full, private mode) loses only the safety net. */
export function draftBox(journeyId: string, { own, shared }: Shelves): DraftBox {
  const key = `millrace.draft.${journeyId}`
  let written: string | null = null
  return {
    read() {
      // The shared one may be another tab's: it is taken up only by a tab that has none.
      written = take(own, key) ?? take(shared, key)
      return readDraft(written)
    },
    write(draft) {
      written = JSON.stringify(draft)
      put(own, key, written)
      put(shared, key, written)
    },
    clear() {
      // What another tab has put there since is still unsaved.
      if (take(shared, key) === written) drop(shared, key)
      drop(own, key)
    },
  }
}

function take(shelf: Shelf, key: string): string | null {
  try {
    return shelf().getItem(key)
  } catch {
    return null
  }
}

function put(shelf: Shelf, key: string, text: string): void {
  try {
    shelf().setItem(key, text)
  } catch {
    // The next save still has everything.
  }
}

function drop(shelf: Shelf, key: string): void {
  try {
    shelf().removeItem(key)
  } catch {
    // Read again it is compared with what the server has.
  }
}

function readDraft(text: string | null): SavedJourney | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (typeof value !== 'object' || value === null || !('journey' in value) || !('revision' in value))
      return null
    const journey = parsed(value.journey)
    return journey !== null && typeof value.revision === 'number'
      ? { journey, revision: value.revision }
      : null
  } catch {
    return null
  }
}

function parsed(value: unknown): Journey | null {
  const result = parseJourney(value)
  return 'journey' in result && result.journey !== undefined ? result.journey : null
}
