import type { Diagnostic } from '@millrace/program'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { sameJson } from '../document/same-json.ts'

/** People at one node, as the API counts them. */
export interface NodeCounts {
  readonly entered: number
  readonly waiting: number
  readonly failed: number
  readonly left: { readonly [port: string]: number }
}

export type Counts = ReadonlyMap<string, NodeCounts>

/** The way one contact took: nodes and the ports they left by, by edge id. */
export interface Way {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

/** A place that the editor is asked to show. */
export interface Jump {
  readonly node: string
  readonly field?: string
  /** Rises with each jump, so that the same place can be asked for twice. */
  readonly turn: number
}

/** What surrounds the document and never becomes part of it. */
export interface LiveState {
  readonly diagnostics: readonly Diagnostic[]
  readonly byNode: ReadonlyMap<string, readonly Diagnostic[]>
  readonly counts: Counts | null
  /** People who ever entered: what a full ribbon stands for. */
  readonly entries: number
  readonly paused: boolean
  /** Nodes that differ from the live version. */
  readonly changed: ReadonlySet<string>
  readonly way: Way | null
  readonly jump: Jump | null
  setDiagnostics(diagnostics: readonly Diagnostic[]): void
  setCounts(counts: Readonly<Record<string, NodeCounts>>, entry: string | undefined): void
  setPaused(paused: boolean): void
  setChanged(changed: ReadonlySet<string>): void
  setWay(way: Way | null): void
  jumpTo(node: string, field?: string): void
}

export type LiveStore = StoreApi<LiveState>

const fine: readonly Diagnostic[] = []

/** Opens the surroundings of one editor. */
export function createLiveStore(): LiveStore {
  return createStore<LiveState>()((set, get) => ({
    diagnostics: fine,
    byNode: new Map(),
    counts: null,
    entries: 0,
    paused: false,
    changed: new Set(),
    way: null,
    jump: null,
    setDiagnostics(diagnostics) {
      if (sameJson(diagnostics, get().diagnostics)) return
      set({ diagnostics, byNode: keepEqual(get().byNode, groupByNode(diagnostics)) })
    },
    setCounts(counts, entry) {
      const old = get().counts ?? new Map<string, NodeCounts>()
      const next = keepEqual(old, new Map(Object.entries(counts)))
      set({ counts: next, entries: (entry && next.get(entry)?.entered) || 0 })
    },
    setPaused(paused) {
      set({ paused })
    },
    setChanged(changed) {
      set({ changed })
    },
    setWay(way) {
      set({ way })
    },
    jumpTo(node, field) {
      const turn = (get().jump?.turn ?? 0) + 1
      set({ jump: field === undefined ? { node, turn } : { node, field, turn } })
    },
  }))
}

function groupByNode(diagnostics: readonly Diagnostic[]): Map<string, readonly Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    if (diagnostic.node === undefined) continue
    groups.set(diagnostic.node, [...(groups.get(diagnostic.node) ?? []), diagnostic])
  }
  return groups
}

/** Entries that say the same stay the very same, so that only nodes whose figures changed draw again. */
function keepEqual<Value>(
  old: ReadonlyMap<string, Value>,
  next: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  return new Map(
    [...next].map(([key, value]) => {
      const before = old.get(key)
      return [key, before !== undefined && sameJson(before, value) ? before : value]
    }),
  )
}
