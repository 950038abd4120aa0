import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { Point, PortRef } from './document/parts.ts'
import type { EditorState, EditorStore } from './store/editor-store.ts'
import type { LiveState, LiveStore } from './store/live-store.ts'

/** Where the palette was called up on the canvas: at the end of a wire, or on an edge. */
export interface PaletteCall {
  /** On the screen, px. */
  readonly screen: Point
  /** On the canvas. */
  readonly at: Point
  readonly wire?: PortRef
  readonly edge?: PortRef
}

/** One open editor; several may stand side by side, each with stores of its own. */
export interface Editor {
  readonly editor: EditorStore
  readonly live: LiveStore
  callPalette(call: PaletteCall | null): void
}

const EditorContext = createContext<Editor | null>(null)

/** Gives everything inside one editor. */
export const EditorProvider = EditorContext.Provider

/** The editor around this component. */
export function useEditorStores(): Editor {
  const editor = use(EditorContext)
  if (editor === null) throw new Error('This component stands inside an EditorProvider.')
  return editor
}

/** Reads the document and selection; renders again when what `select` returns changes. */
export function useEditor<Value>(select: (state: EditorState) => Value): Value {
  return useStore(useEditorStores().editor, select)
}

/** Reads diagnostics, counts and the rest of what surrounds the document. */
export function useLive<Value>(select: (state: LiveState) => Value): Value {
  return useStore(useEditorStores().live, select)
}
