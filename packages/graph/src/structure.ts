import type { Edge, Journey, JourneyNode } from './journey.ts'

/** A journey made ready for questions; edges are kept in one order, whatever order they were drawn in. */
export interface Structure {
  readonly nodes: ReadonlyMap<string, JourneyNode>
  /** All edges that leave a node, those of one port if it is named; more than one per port is a fault. */
  edgesFrom(node: string, port?: string): readonly Edge[]
}

/** Indexes a journey by node and port. */
export function structureOf(journey: Journey): Structure {
  const leaving = new Map<string, Edge[]>()
  for (const edge of journey.edges) {
    const edges = leaving.get(edge.from)
    if (edges) edges.push(edge)
    else leaving.set(edge.from, [edge])
  }
  for (const edges of leaving.values()) edges.sort(byPortAndTarget)
  return {
    nodes: new Map(journey.nodes.map((node) => [node.id, node])),
    edgesFrom(node, port) {
      const edges = leaving.get(node) ?? []
      return port === undefined ? edges : edges.filter((edge) => edge.port === port)
    },
  }
}

/** The edges that leave a node by a port. */
export function edgesFrom(journey: Journey, node: string, port?: string): readonly Edge[] {
  return structureOf(journey).edgesFrom(node, port)
}

/** All that can be reached from a start, itself included: depth first, in the order `next` names them. */
export function reachable(start: string, next: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>()
  const open = [start]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    open.push(...next(id).toReversed())
  }
  return [...seen]
}

function byPortAndTarget(a: Edge, b: Edge): number {
  return compare(a.port, b.port) || compare(a.to, b.to)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
