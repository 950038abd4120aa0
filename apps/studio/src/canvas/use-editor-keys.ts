import { useEffect } from 'react'
import { deleteSelection, duplicateSelection } from './actions.ts'
import type { Editor } from './context.ts'

/** Keys of the editor. Undo and redo work while typing too: a field is part of the document. */
export function useEditorKeys({ editor }: Editor): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || elsewhere(event.target)) return
      const act = actionOf(event, editor)
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor])
}

function actionOf(event: KeyboardEvent, editor: Editor['editor']): (() => void) | undefined {
  const { undo, redo, select, selection, selectedEdges } = editor.getState()
  const key = event.key.toLowerCase()
  const command = event.ctrlKey || event.metaKey
  if (command && key === 'z') return event.shiftKey ? redo : undo
  if (command && key === 'y') return redo
  if (typing(event.target)) return undefined
  if (command && key === 'd') return () => duplicateSelection(editor)
  if (command || event.altKey) return undefined
  if (key === 'delete' || key === 'backspace') return () => deleteSelection(editor)
  if (key === 'escape' && selection.size + selectedEdges.size > 0) return () => select([])
  return undefined
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** Dialogs, menus and the palettes' searches keep their keys. */
function elsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('.ant-modal, .ant-dropdown, .palette input, .palette-popup') !== null
  )
}
