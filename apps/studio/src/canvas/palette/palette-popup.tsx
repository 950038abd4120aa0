import { useEffect, useRef } from 'react'
import { useText } from '../../app/i18n.ts'
import { addAt, insertAt } from '../actions.ts'
import { type PaletteCall, useEditorStores } from '../context.ts'
import { canvasTexts } from '../i18n.ts'
import { PaletteList } from './palette-list.tsx'

const WIDTH = 216
const HEIGHT = 360
const noEntry = ['entry']
/** An edge goes on behind what is put into it. */
const noEnds = ['entry', 'exit']

/** The palette where a wire was dropped or an edge asked for a node; Escape leaves nothing behind. */
export function PalettePopup({ call }: { call: PaletteCall }) {
  const { editor, callPalette } = useEditorStores()
  const t = useText(canvasTexts)
  const box = useRef<HTMLDivElement>(null)
  const close = () => callPalette(null)

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) callPalette(null)
    }
    document.addEventListener('pointerdown', outside, true)
    return () => document.removeEventListener('pointerdown', outside, true)
  }, [callPalette])

  function choose(kind: string) {
    close()
    if (call.edge) insertAt(editor, kind, call.edge)
    else addAt(editor, kind, { at: call.at, ...(call.wire ? { wire: call.wire } : {}) })
  }

  const left = Math.max(8, Math.min(call.screen.x, window.innerWidth - WIDTH - 8))
  const top = Math.max(56, Math.min(call.screen.y, window.innerHeight - HEIGHT - 8))
  return (
    <div
      ref={box}
      role="dialog"
      aria-label={t(call.edge ? 'insertHere' : 'addHere')}
      className="palette-popup"
      style={{ left, top, width: WIDTH, maxHeight: HEIGHT }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <PaletteList autoFocus without={call.edge ? noEnds : noEntry} onChoose={choose} />
    </div>
  )
}
