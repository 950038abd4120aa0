import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { useEditorStores, useLive } from '../context.ts'
import { findJourneyNode } from '../document/parts.ts'
import { nodeBox } from '../geometry/box.ts'

/** Brings a node that a problem names into sight and selects it. */
export function JumpToNode() {
  const { editor } = useEditorStores()
  const flow = useReactFlow()
  const jump = useLive((state) => state.jump)
  useEffect(() => {
    if (jump === null) return
    const node = findJourneyNode(editor.getState().document, jump.node)
    if (node === undefined) return
    editor.getState().select([node.id])
    const box = nodeBox(node)
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, {
      zoom: Math.max(0.85, flow.getZoom()),
      duration: 200,
    })
  }, [jump, editor, flow])
  return null
}
