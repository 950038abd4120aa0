import type { Journey } from '@millrace/graph'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { edgeId } from '../document/parts.ts'

const PAUSE = 2_000
const MEMORY = 200
const nothing: ReadonlySet<string> = new Set()

/** What is drawn, how it came to be, and what is chosen. Selection and viewport are no steps of the history. */
export interface EditorState {
  readonly document: Journey
  /** Documents before and after this one, nearest last; they share all they have in common. */
  readonly past: readonly Journey[]
  readonly future: readonly Journey[]
  readonly selection: ReadonlySet<string>
  readonly selectedEdges: ReadonlySet<string>
  /** The gesture whose further changes join the last step, e.g. typing in one field. */
  readonly gesture: { readonly name: string; readonly at: number } | null
  /** One step; with a `gesture` name it joins the last step of that name. No step when nothing changes. */
  apply(change: (journey: Journey) => Journey, gesture?: string): void
  /** What is typed from here on is a new step. */
  endGesture(): void
  undo(): void
  redo(): void
  select(nodes: Iterable<string>, edges?: Iterable<string>): void
}

/** A store of one editor; `now` (ms) separates two bouts of typing. */
export type EditorStore = StoreApi<EditorState>

/** Opens an editor on a document; every canvas has a store of its own. */
export function createEditorStore(
  document: Journey,
  { now = Date.now }: { now?: () => number } = {},
): EditorStore {
  return createStore<EditorState>()((set, get) => ({
    document,
    past: [],
    future: [],
    selection: nothing,
    selectedEdges: nothing,
    gesture: null,
    apply(change, gesture) {
      const before = get()
      const next = change(before.document)
      if (next === before.document) return
      const at = now()
      const joins =
        gesture !== undefined && before.gesture?.name === gesture && at - before.gesture.at < PAUSE
      set({
        document: next,
        past: joins ? before.past : [...before.past, before.document].slice(-MEMORY),
        future: [],
        gesture: gesture === undefined ? null : { name: gesture, at },
        ...prune(before, next),
      })
    },
    endGesture() {
      if (get().gesture !== null) set({ gesture: null })
    },
    undo() {
      const { past, future, document: current } = get()
      const previous = past.at(-1)
      if (previous === undefined) return
      set({ ...step(get(), previous), past: past.slice(0, -1), future: [...future, current] })
    },
    redo() {
      const { past, future, document: current } = get()
      const next = future.at(-1)
      if (next === undefined) return
      set({ ...step(get(), next), past: [...past, current], future: future.slice(0, -1) })
    },
    select(nodes, edges = []) {
      const selection = keep(get().selection, new Set(nodes))
      const selectedEdges = keep(get().selectedEdges, new Set(edges))
      if (selection === get().selection && selectedEdges === get().selectedEdges) return
      set({ selection, selectedEdges, gesture: null })
    },
  }))
}

function step(state: EditorState, document: Journey) {
  return { document, gesture: null, ...prune(state, document) }
}

/** Takes what is gone out of the selection; an unchanged set stays the very set. */
function prune(state: EditorState, document: Journey) {
  const { selection, selectedEdges } = state
  if (selection.size === 0 && selectedEdges.size === 0) return { selection, selectedEdges }
  const nodes = new Set(document.nodes.map((node) => node.id))
  const edges = new Set(document.edges.map(edgeId))
  return { selection: within(selection, nodes), selectedEdges: within(selectedEdges, edges) }
}

function within(chosen: ReadonlySet<string>, there: ReadonlySet<string>): ReadonlySet<string> {
  return keep(chosen, new Set([...chosen].filter((id) => there.has(id))))
}

function keep(old: ReadonlySet<string>, next: ReadonlySet<string>): ReadonlySet<string> {
  return old.size === next.size && [...old].every((id) => next.has(id)) ? old : next
}
