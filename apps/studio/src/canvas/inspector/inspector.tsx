import { useText } from '../../app/i18n.ts'
import { useEditor } from '../context.ts'
import { findJourneyNode } from '../document/parts.ts'
import { canvasTexts } from '../i18n.ts'
import './inspector.css'
import { JourneyPanel } from './journey-panel.tsx'
import { NodePanel } from './node-panel.tsx'
import { SelectionPanel } from './selection-panel.tsx'

/** What is selected, to be set; the journey itself when nothing is. */
export function Inspector() {
  const t = useText(canvasTexts)
  const chosen = useEditor((state) => (state.selection.size === 1 ? [...state.selection][0] : undefined))
  const node = useEditor((state) =>
    chosen === undefined ? undefined : findJourneyNode(state.document, chosen),
  )
  const many = useEditor((state) => state.selection.size + state.selectedEdges.size > 0)
  return (
    <aside className="inspector" aria-label={t('inspector')}>
      {node ? <NodePanel key={node.id} node={node} /> : many ? <SelectionPanel /> : <JourneyPanel />}
    </aside>
  )
}
