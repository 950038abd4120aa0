import type { Journey } from '@millrace/graph'
import { edgeId, type JourneyNode, type Point } from '../document/parts.ts'
import { portsOf } from '../document/ports.ts'
import { sameJson } from '../document/same-json.ts'
import { nodeBox } from '../geometry/box.ts'
import type { Routes } from '../geometry/routes.ts'
import { type FlowEdge, type FlowNode, IN } from './flow-types.ts'

/** The document's nodes for React Flow; what has not changed stays the very object, so that nothing draws twice. */
export function toFlowNodes(
  journey: Journey,
  selection: ReadonlySet<string>,
  options: { before: readonly FlowNode[]; label(node: JourneyNode): string },
): FlowNode[] {
  const old = new Map(options.before.map((node) => [node.id, node]))
  return journey.nodes.map((node) => {
    const selected = selection.has(node.id)
    const ariaLabel = options.label(node)
    const before = old.get(node.id)
    if (
      before &&
      before.data.node === node &&
      before.selected === selected &&
      before.ariaLabel === ariaLabel
    ) {
      return at(before, node.position) ? before : { ...before, position: node.position }
    }
    const { width, height } = nodeBox(node)
    const data = before?.data.node === node ? before.data : { node }
    return {
      ...before,
      id: node.id,
      type: 'journey',
      position: node.position,
      width,
      height,
      data,
      selected,
      ariaLabel,
    }
  })
}

function at({ position }: FlowNode, { x, y }: Point): boolean {
  return position.x === x && position.y === y
}

/** The document's edges for React Flow, by the same rule. */
export function toFlowEdges(
  journey: Journey,
  options: {
    routes: Routes
    selected: ReadonlySet<string>
    before: readonly FlowEdge[]
    label(from: string, to: string): string
  },
): FlowEdge[] {
  const old = new Map(options.before.map((edge) => [edge.id, edge]))
  const ports = new Map(journey.nodes.map((node) => [node.id, new Set(portsOf(node).map(({ id }) => id))]))
  return journey.edges.flatMap((edge) => {
    if (!ports.has(edge.to) || !ports.get(edge.from)?.has(edge.port)) return []
    const id = edgeId(edge)
    const line = options.routes.get(id) ?? null
    const selected = options.selected.has(id)
    const ariaLabel = options.label(edge.from, edge.to)
    const before = old.get(id)
    const same =
      before?.target === edge.to &&
      before.selected === selected &&
      before.ariaLabel === ariaLabel &&
      sameLine(before.data?.line ?? null, line)
    if (same) return [before]
    return [
      {
        id,
        type: 'journey' as const,
        source: edge.from,
        sourceHandle: edge.port,
        target: edge.to,
        targetHandle: IN,
        data: { line, port: edge.port },
        selected,
        ariaLabel,
      },
    ]
  })
}

function sameLine(a: readonly Point[] | null, b: readonly Point[] | null): boolean {
  return a === b || sameJson(a, b)
}
