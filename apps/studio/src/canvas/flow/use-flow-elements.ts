import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useText } from '../../app/i18n.ts'
import { useEditor, useEditorStores } from '../context.ts'
import { moveNodes } from '../document/nodes.ts'
import { findJourneyNode, type Point } from '../document/parts.ts'
import { routeAll } from '../geometry/routes.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'
import type { FlowEdge, FlowNode } from './flow-types.ts'
import { toFlowEdges, toFlowNodes } from './to-flow.ts'

/** The document as React Flow wants it, and React Flow's changes as steps of the document. */
export function useFlowElements() {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const text = useNodeText()
  const document = useEditor((state) => state.document)
  const selection = useEditor((state) => state.selection)
  const selectedEdges = useEditor((state) => state.selectedEdges)
  const routes = useMemo(() => routeAll(document), [document])
  const [moving, setMoving] = useState<readonly FlowNode[] | null>(null)
  const last = useRef<{ nodes: readonly FlowNode[]; edges: readonly FlowEdge[] }>({ nodes: [], edges: [] })

  const settled = toFlowNodes(document, selection, {
    before: last.current.nodes,
    label: (node) => t('nodeLabel', { title: text.title(node), summary: text.summary(node) }),
  })
  const nodes = moving ?? keepList(last.current.nodes, settled)
  const titleOf = (id: string) => {
    const node = findJourneyNode(document, id)
    return node ? text.title(node) : id
  }
  const edges = keepList(
    last.current.edges,
    toFlowEdges(document, {
      routes,
      selected: selectedEdges,
      before: last.current.edges,
      label: (from, to) => t('edgeLabel', { from: titleOf(from), to: titleOf(to) }),
    }),
  )
  last.current = { nodes, edges }

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length > 0) {
        const { selection, selectedEdges, select } = editor.getState()
        select(applySelection(selection, chosen), selectedEdges)
      }
      const rest = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
      if (rest.length === 0) return
      const next = applyNodeChanges(rest, [...last.current.nodes])
      const dragging = rest.some((change) => change.type === 'position' && change.dragging === true)
      const moved = rest.some((change) => change.type === 'position' && change.dragging !== true)
      if (dragging) setMoving(next)
      else if (moved) {
        setMoving(null)
        last.current = { ...last.current, nodes: next }
        const positions = new Map(next.map((node): [string, Point] => [node.id, node.position]))
        // Arrow keys repeat: one press after the other is one move.
        const byKey = rest.every((change) => change.type !== 'position' || change.dragging === undefined)
        editor.getState().apply((journey) => moveNodes(journey, positions), byKey ? 'nudge' : undefined)
      } else last.current = { ...last.current, nodes: next }
      if (rest.some((change) => change.type === 'dimensions')) setMeasured((turn) => turn + 1)
    },
    [editor],
  )
  const [, setMeasured] = useState(0)

  const onEdgesChange = useCallback(
    (changes: EdgeChange<FlowEdge>[]) => {
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length === 0) return
      const { selection, selectedEdges, select } = editor.getState()
      select(selection, applySelection(selectedEdges, chosen))
    },
    [editor],
  )

  return { nodes: nodes as FlowNode[], edges: edges as FlowEdge[], onNodesChange, onEdgesChange }
}

function applySelection(
  before: ReadonlySet<string>,
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): ReadonlySet<string> {
  const next = new Set(before)
  for (const { id, selected } of changes) selected ? next.add(id) : next.delete(id)
  return next
}

/** The old list when it holds the same items: React Flow then has nothing to compare. */
function keepList<Item>(old: readonly Item[], next: readonly Item[]): readonly Item[] {
  return old.length === next.length && next.every((item, index) => item === old[index]) ? old : next
}
