import type { Journey } from '@millrace/graph'
import { edgeId, type JourneyEdge, type JourneyNode, type Point } from '../document/parts.ts'
import { inPoint, nodeBox, portOffsets } from './box.ts'
import { type Lane, route } from './route.ts'

/** Where each edge runs, by edge id; an edge without both ends has no line. */
export type Routes = ReadonlyMap<string, readonly Point[]>

/** Routes all edges around the nodes and beside each other: the short ones first, so that they stay straight. */
export function routeAll(journey: Journey): Routes {
  const boxes = new Map(journey.nodes.map((node) => [node.id, nodeBox(node)]))
  const offsets = new Map(journey.nodes.map((node) => [node.id, portOffsets(node)]))
  const obstacles = [...boxes.values()]
  const lanes: Lane[] = []
  const lines = new Map<string, readonly Point[]>()
  const ends = journey.edges.flatMap((edge) => {
    const from = boxes.get(edge.from)
    const to = boxes.get(edge.to)
    const offset = offsets.get(edge.from)?.get(edge.port)
    if (from === undefined || to === undefined || offset === undefined) return []
    return [{ edge, from: { x: from.x + offset, y: from.y + from.height }, to: inPoint(to) }]
  })
  for (const { edge, from, to } of ends.toSorted((a, b) => span(a) - span(b))) {
    const line = route(from, to, { boxes: obstacles, lanes, target: edge.to })
    lines.set(edgeId(edge), line)
    lanes.push(...lanesOf(line, edge))
  }
  return lines
}

function span({ from, to }: { from: Point; to: Point }): number {
  return Math.abs(to.y - from.y) + Math.abs(to.x - from.x)
}

function lanesOf(line: readonly Point[], edge: JourneyEdge): Lane[] {
  return line.flatMap((end, index) => {
    const start = line[index - 1]
    if (start === undefined || start.x !== end.x || start.y === end.y) return []
    const [top, bottom] = [Math.min(start.y, end.y), Math.max(start.y, end.y)]
    return [{ x: end.x, top, bottom, target: edge.to }]
  })
}

/** Whether two documents have all their edges in the same places: then the lines of one serve the other. */
export function sameLines(a: Journey, b: Journey): boolean {
  if (a.edges !== b.edges || a.nodes.length !== b.nodes.length) return false
  return a.nodes.every((node, index) => {
    const other = b.nodes[index]
    return other !== undefined && (node === other || samePlace(node, other))
  })
}

function samePlace(a: JourneyNode, b: JourneyNode): boolean {
  if (a.id !== b.id || a.kind !== b.kind) return false
  if (a.position.x !== b.position.x || a.position.y !== b.position.y) return false
  return a.config === b.config || [...portOffsets(a)].join() === [...portOffsets(b)].join()
}
