import { sameJson } from './document/same-json.ts'
import { type Autosave, createAutosave, type SavedJourney } from './save/autosave.ts'
import { draftBox } from './save/draft-box.ts'
import { putJourney } from './save/put-journey.ts'
import { createEditorStore, type EditorStore } from './store/editor-store.ts'
import { createLiveStore, type LiveStore } from './store/live-store.ts'

/** Opens an editor on what the server has, with the unsaved work that this browser still holds. */
export function openEditor(
  id: string,
  saved: SavedJourney,
): { editor: EditorStore; live: LiveStore; autosave: Autosave } {
  const draft = draftBox(id, { own: () => sessionStorage, shared: () => localStorage })
  const kept = draft.read()
  const unsaved = kept !== null && !sameJson(kept.journey, saved.journey) ? kept : null
  if (kept !== null && unsaved === null) draft.clear()
  const editor = createEditorStore(unsaved?.journey ?? saved.journey)
  const autosave = createAutosave({
    editor,
    saved,
    draft,
    // Work that began on an older revision meets the newer one as a conflict, as if it had been saved then.
    ...(unsaved !== null && unsaved.revision !== saved.revision ? { conflict: saved } : {}),
    put: (journey, revision) => putJourney(id, journey, revision),
  })
  return { editor, live: createLiveStore(), autosave }
}
