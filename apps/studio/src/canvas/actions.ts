import type { Journey } from '@millrace/graph'
import { findNode } from '@millrace/nodes'
import { addWired, freePort, insertOnEdge, removeEdges } from './document/edges.ts'
import { addNode, duplicateNodes, removeNodes } from './document/nodes.ts'
import { findJourneyNode, type JourneyNode, type Point, type PortRef } from './document/parts.ts'
import { nodeBox } from './geometry/box.ts'
import { free, placeBelow, placeUnder } from './geometry/place.ts'
import type { EditorStore } from './store/editor-store.ts'

/** A node's id: its kind and a random end, so that a node once deleted never lends its numbers to a new one. */
export function newNodeId(kind: string): string {
  const end = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
  return `${kind}-${end.toString(36).padStart(7, '0').slice(-6)}`
}

function newNode(kind: string, position: Point): JourneyNode {
  // A definition's initial config is JSON, which its schema's type does not say.
  const config = structuredClone(findNode(kind)?.initial ?? {}) as JourneyNode['config']
  return { id: newNodeId(kind), kind, config, position: { ...position } }
}

/** Adds a node where the pointer is, wired to `wire` if there is one. */
export function addAt(editor: EditorStore, kind: string, { at, wire }: { at: Point; wire?: PortRef }): void {
  const { width } = nodeBox(newNode(kind, at))
  const node = newNode(kind, { x: at.x - width / 2, y: at.y })
  editor.getState().apply((journey) => addWired(journey, node, wire))
  editor.getState().select([node.id])
}

/** Puts a node into an edge, both sides wired, as one step. */
export function insertAt(editor: EditorStore, kind: string, edge: PortRef): void {
  const { document } = editor.getState()
  const size = nodeBox(newNode(kind, { x: 0, y: 0 }))
  const source = findJourneyNode(document, edge.from)
  if (source === undefined) return
  const box = nodeBox(source)
  const node = newNode(kind, {
    x: box.x + (box.width - size.width) / 2,
    y: box.y + box.height + 32,
  })
  editor.getState().apply((journey) => insertOnEdge(journey, edge, node))
  editor.getState().select([node.id])
}

/**
 * Adds a node by click or Enter: wired to the first free port of the selected node, or of the only node that has one;
 * else below all there is.
 */
export function addBeside(editor: EditorStore, kind: string): string {
  const { document, selection } = editor.getState()
  const [only] = selection
  const anchor =
    only === undefined
      ? onlyLoose(document)
      : selection.size === 1
        ? findJourneyNode(document, only)
        : undefined
  const size = nodeBox(newNode(kind, { x: 0, y: 0 }))
  const port = anchor && kind !== 'entry' ? freePort(document, anchor) : undefined
  const wire = anchor !== undefined && port !== undefined ? { from: anchor.id, port } : undefined
  const last = anchor ?? lowest(document.nodes)
  const position = wire
    ? placeBelow(document, wire, size)
    : last
      ? placeUnder(document, last, size)
      : free(document, { x: -size.width / 2, y: 0, width: size.width, height: size.height })
  const node = newNode(kind, position)
  editor.getState().apply((journey) => (wire ? addWired(journey, node, wire) : addNode(journey, node)))
  editor.getState().select([node.id])
  return node.id
}

/** The one node that leads nowhere yet, if there is just one. */
function onlyLoose(document: Journey): JourneyNode | undefined {
  const [first, second] = document.nodes.filter((node) => freePort(document, node) !== undefined)
  return second === undefined ? first : undefined
}

function lowest(nodes: readonly JourneyNode[]): JourneyNode | undefined {
  return nodes.reduce<JourneyNode | undefined>(
    (low, node) => (low === undefined || node.position.y > low.position.y ? node : low),
    undefined,
  )
}

/** Removes what is selected, nodes with their edges, as one step. */
export function deleteSelection(editor: EditorStore): void {
  const { selection, selectedEdges, apply } = editor.getState()
  apply((journey) => removeEdges(removeNodes(journey, selection), selectedEdges))
}

/** A wired copy of the selected nodes beside them. */
export function duplicateSelection(editor: EditorStore): void {
  const { document, selection, apply, select } = editor.getState()
  const boxes = document.nodes.filter((node) => selection.has(node.id)).map(nodeBox)
  const left = Math.min(...boxes.map((box) => box.x))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const offset = { x: right - left + 24, y: 0 }
  const { journey, copies } = duplicateNodes(document, selection, { newId: newNodeId, offset })
  apply(() => journey)
  if (copies.size > 0) select(copies)
}
