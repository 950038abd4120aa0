import { useText } from '../../app/i18n.ts'
import { Action } from '../../ui/action.tsx'
import { deleteSelection, duplicateSelection } from '../actions.ts'
import { type PaletteCall, useEditor, useEditorStores } from '../context.ts'
import { edgeId, type PortRef } from '../document/parts.ts'
import { canvasTexts } from '../i18n.ts'

/** Several nodes, or an edge: what can be done with all of it. */
export function SelectionPanel() {
  const { editor, callPalette } = useEditorStores()
  const t = useText(canvasTexts)
  const nodes = useEditor((state) => state.selection.size)
  const edge = useEditor((state) =>
    nodes === 0 ? state.document.edges.find((item) => state.selectedEdges.has(edgeId(item))) : undefined,
  )
  return (
    <>
      <div className="inspector-head">
        <b className="inspector-name">
          {nodes > 0 ? t('manySelected', { count: nodes }) : t('edgeSelected')}
        </b>
      </div>
      <div className="inspector-body inspector-actions">
        {nodes > 0 && (
          <Action icon="copy" onClick={() => duplicateSelection(editor)}>
            {t('duplicate')}
          </Action>
        )}
        {edge && (
          <Action icon="plus" onClick={(event) => callPalette(callAt(event.currentTarget, edge))}>
            {t('insertHere')}
          </Action>
        )}
        <Action icon="trash" danger onClick={() => deleteSelection(editor)}>
          {t('remove')}
        </Action>
      </div>
    </>
  )
}

function callAt(button: HTMLElement, { from, port }: PortRef): PaletteCall {
  const { left: x, bottom: y } = button.getBoundingClientRect()
  return { screen: { x, y: y + 4 }, at: { x: 0, y: 0 }, edge: { from, port } }
}
