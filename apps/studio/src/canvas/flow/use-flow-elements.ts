import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react'
import { useCallback, useRef, useState } from 'react'
import { useEditor, useEditorStores } from '../context.ts'
import { moveNodes } from '../document/nodes.ts'
import type { Point } from '../document/parts.ts'
import type { FlowEdge, FlowNode } from './flow-types.ts'
import { toFlowEdges, toFlowNodes } from './to-flow.ts'
import { useNames } from './use-names.ts'
import { useRoutes } from './use-routes.ts'

/** The document as React Flow wants it, and React Flow's changes as steps of the document. */
export function useFlowElements() {
  const { editor } = useEditorStores()
  const names = useNames()
  const document = useEditor((state) => state.document)
  const selection = useEditor((state) => state.selection)
  const selected = useEditor((state) => state.selectedEdges)
  const routes = useRoutes(document)
  /** Nodes while they are dragged: the document hears of it when they are let go. */
  const [moving, setMoving] = useState<FlowNode[] | null>(null)
  const last = useRef<{ nodes: FlowNode[]; edges: FlowEdge[] }>({ nodes: [], edges: [] })

  if (moving === null) {
    const before = last.current
    const nodes = toFlowNodes(document, selection, { before: before.nodes, label: names.node })
    const label = (from: string, to: string) => names.edge(document, from, to)
    const edges = toFlowEdges(document, { routes, selected, before: before.edges, label })
    last.current = { nodes: keepList(before.nodes, nodes), edges: keepList(before.edges, edges) }
  } else last.current = { ...last.current, nodes: moving }
  const { nodes, edges } = last.current

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      const chosen = changes.filter((change) => change.type === 'select')
      if (chosen.length > 0) {
        const { selection, selectedEdges, select } = editor.getState()
        select(applySelection(selection, chosen), selectedEdges)
      }
      const rest = changes.filter((change) => change.type === 'position' || change.type === 'dimensions')
      if (rest.length === 0) return
      const next = applyNodeChanges(rest, last.current.nodes)
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

  return { nodes, edges, onNodesChange, onEdgesChange }
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
function keepList<Item>(old: Item[], next: Item[]): Item[] {
  return old.length === next.length && next.every((item, index) => item === old[index]) ? old : next
}
