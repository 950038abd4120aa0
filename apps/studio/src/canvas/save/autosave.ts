import type { Journey } from '@millrace/graph'
import type { Text } from '@millrace/program'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EditorStore } from '../store/editor-store.ts'

/** A journey as the server has it. */
export interface SavedJourney {
  readonly journey: Journey
  readonly revision: number
}

/** How an attempt to save ended. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'stale'; readonly theirs: SavedJourney }
  | { readonly kind: 'refused'; readonly reason: Text }
  | { readonly kind: 'unreachable' }

/** Where unsaved work waits for a reload. */
export interface DraftBox {
  read(): SavedJourney | null
  write(draft: SavedJourney): void
  clear(): void
}

/** What the top bar says about saving. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'refused'; readonly reason: Text }
  | { readonly kind: 'conflict'; readonly theirs: SavedJourney }

export interface AutosaveOptions {
  readonly editor: EditorStore
  readonly saved: SavedJourney
  readonly put: (journey: Journey, revision: number) => Promise<SaveOutcome>
  readonly draft: DraftBox
  /** What the server has when the work in the editor began on something older. */
  readonly conflict?: SavedJourney
  readonly now?: () => number
  /** Quiet time before a save, ms. */
  readonly delay?: number
  /** Time between attempts while the server cannot be reached, ms. */
  readonly retry?: number
}

/** Saves by itself; nothing of either side is ever dropped without the user's word. */
export interface Autosave {
  readonly state: StoreApi<SaveState>
  revision(): number
  /** Saves now and waits for it; whether the server has what is drawn. */
  flush(): Promise<boolean>
  /** Takes theirs; mine stays one undo away. */
  takeTheirs(): void
  /** Saves mine over theirs. */
  keepMine(): Promise<boolean>
  /** Begins to watch the editor; what is there unsaved is saved soon. */
  start(): void
  stop(): void
}

/** Saves what an editor holds, from the state that `saved` names. */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { editor, put, draft, now = Date.now, delay = 800, retry = 5_000 } = options
  const state = createStore<SaveState>()(() =>
    options.conflict ? { kind: 'conflict', theirs: options.conflict } : { kind: 'saved', at: null },
  )
  let saved = options.saved
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined

  const clean = () => editor.getState().document === saved.journey
  const later = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), wait)
  }
  const show = (next: SaveState) => state.setState(next, true)

  async function attempt(): Promise<boolean> {
    const journey = editor.getState().document
    if (journey === saved.journey) return true
    show({ kind: 'saving' })
    const outcome = await put(journey, saved.revision)
    if (outcome.kind === 'saved') return settle(journey, outcome.revision)
    if (outcome.kind === 'unreachable') {
      show({ kind: 'offline' })
      later(retry)
    } else if (outcome.kind === 'stale') show({ kind: 'conflict', theirs: outcome.theirs })
    else show({ kind: 'refused', reason: outcome.reason })
    return false
  }

  async function settle(journey: Journey, revision: number): Promise<boolean> {
    saved = { journey, revision }
    if (!clean()) {
      draft.write({ journey: editor.getState().document, revision })
      return attempt()
    }
    draft.clear()
    show({ kind: 'saved', at: now() })
    return true
  }

  function save(): Promise<boolean> {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  function watch(document: Journey) {
    if (clean()) draft.clear()
    else draft.write({ journey: document, revision: saved.revision })
    if (state.getState().kind === 'conflict' || running !== undefined) return
    show(clean() ? { kind: 'saved', at: null } : { kind: 'pending' })
    later(delay)
  }

  let unwatch = () => {}

  return {
    state,
    revision: () => saved.revision,
    flush: () => (state.getState().kind === 'conflict' ? Promise.resolve(false) : save()),
    takeTheirs() {
      const conflict = state.getState()
      if (conflict.kind !== 'conflict') return
      saved = conflict.theirs
      show({ kind: 'saved', at: null })
      editor.getState().apply(() => conflict.theirs.journey)
    },
    keepMine() {
      const conflict = state.getState()
      if (conflict.kind === 'conflict') saved = conflict.theirs
      show({ kind: 'pending' })
      return save()
    },
    start() {
      unwatch = editor.subscribe(({ document }, before) => {
        if (document !== before.document) watch(document)
      })
      if (!clean()) watch(editor.getState().document)
    },
    stop() {
      clearTimeout(timer)
      unwatch()
    },
  }
}
