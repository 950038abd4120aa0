import { useText } from '../../app/i18n.ts'
import { Action } from '../../ui/action.tsx'
import { deleteSelection, duplicateSelection } from '../actions.ts'
import { useEditor, useEditorStores } from '../context.ts'
import { canvasTexts } from '../i18n.ts'

/** Several nodes, or an edge: what can be done with all of it. */
export function SelectionPanel() {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const nodes = useEditor((state) => state.selection.size)
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
        <Action icon="trash" danger onClick={() => deleteSelection(editor)}>
          {t('remove')}
        </Action>
      </div>
    </>
  )
}
