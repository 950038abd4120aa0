import type { Journey } from '@millrace/graph'
import { nodeBox, RANK_GAP } from '../geometry/box.ts'
import { addNode } from './nodes.ts'
import { edgeId, findJourneyNode, type JourneyEdge, type JourneyNode, type PortRef } from './parts.ts'
import { portsOf, rowPorts } from './ports.ts'

/** Whether a wire may go there: the port exists and the target takes wires (an entry takes none). */
export function canConnect(journey: Journey, edge: JourneyEdge): boolean {
  const from = findJourneyNode(journey, edge.from)
  const to = findJourneyNode(journey, edge.to)
  if (from === undefined || to === undefined || to.kind === 'entry') return false
  return portsOf(from).some((port) => port.id === edge.port)
}

/** Wires a port; the wire it had gives way. */
export function connect(journey: Journey, edge: JourneyEdge): Journey {
  if (!canConnect(journey, edge)) return journey
  const id = edgeId(edge)
  const old = journey.edges.find((item) => edgeId(item) === id)
  if (old?.to === edge.to) return journey
  return { ...journey, edges: [...journey.edges.filter((item) => item !== old), edge] }
}

/** Cuts wires by their ids. */
export function removeEdges(journey: Journey, ids: ReadonlySet<string>): Journey {
  const edges = journey.edges.filter((edge) => !ids.has(edgeId(edge)))
  return edges.length === journey.edges.length ? journey : { ...journey, edges }
}

/** The first port of a node that leads nowhere; failure ports are wired on purpose alone. */
export function freePort(journey: Journey, node: JourneyNode): string | undefined {
  const taken = new Set(journey.edges.filter((edge) => edge.from === node.id).map((edge) => edge.port))
  return rowPorts(portsOf(node)).find((port) => !taken.has(port.id))?.id
}

/** Adds `node` and wires `from` to it. */
export function addWired(journey: Journey, node: JourneyNode, from: PortRef | undefined): Journey {
  const added = addNode(journey, node)
  return from === undefined ? added : connect(added, { from: from.from, port: from.port, to: node.id })
}

/** Puts `node` into an edge, both sides wired; what lies below gives way as far as it must. */
export function insertOnEdge(journey: Journey, at: PortRef, node: JourneyNode): Journey {
  const edge = journey.edges.find((item) => edgeId(item) === edgeId(at))
  const source = findJourneyNode(journey, at.from)
  const target = edge && findJourneyNode(journey, edge.to)
  if (edge === undefined || source === undefined || target === undefined) return journey
  const roomy = makeRoom(journey, { source, target, height: nodeBox(node).height })
  const wired = connect(addNode(roomy, node), { from: at.from, port: at.port, to: node.id })
  const out = freePort(wired, node)
  return out === undefined ? wired : connect(wired, { from: node.id, port: out, to: edge.to })
}

/** Moves everything from the target down, unless the target lies beside or above. */
function makeRoom(
  journey: Journey,
  { source, target, height }: { source: JourneyNode; target: JourneyNode; height: number },
): Journey {
  const from = nodeBox(source)
  const room = target.position.y - (from.y + from.height)
  const missing = height + 2 * RANK_GAP - room
  if (room < 0 || missing <= 0) return journey
  const step = Math.ceil(missing / 8) * 8
  const lowered = (node: JourneyNode) =>
    node.position.y >= target.position.y && node.id !== source.id
      ? { ...node, position: { x: node.position.x, y: node.position.y + step } }
      : node
  return { ...journey, nodes: journey.nodes.map(lowered) }
}
