import type { InputRef } from 'antd'
import { useRef } from 'react'
import { useText } from '../../app/i18n.ts'
import { useShortcuts } from '../../ui/use-shortcuts.ts'
import { addBeside } from '../actions.ts'
import { useEditor, useEditorStores } from '../context.ts'
import { canvasTexts } from '../i18n.ts'
import { PaletteList } from './palette-list.tsx'

const entry = ['entry']
const nothing: readonly string[] = []

/** The nodes at the left: drag one to the canvas, or click to add it under what is selected. */
export function Palette() {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const search = useRef<InputRef>(null)
  const hasEntry = useEditor((state) => state.document.nodes.some((node) => node.kind === 'entry'))
  useShortcuts({ '/': () => search.current?.focus() })
  return (
    <aside className="palette" aria-label={t('palette')}>
      <div className="palette-scroll">
        <PaletteList
          search={search}
          shortcut="/"
          draggable
          taken={hasEntry ? entry : nothing}
          onChoose={(kind) => addBeside(editor, kind)}
        />
      </div>
      <p className="palette-help">{t('paletteHelp')}</p>
    </aside>
  )
}
