import { type Journey, type JourneyNode, structureOf } from '@millrace/graph'
import { type AnyNode, findNode } from '@millrace/nodes'

/** A drawn node whose kind this version knows. */
export interface DrawnNode {
  readonly node: JourneyNode
  readonly definition: AnyNode
  /** Declared ports in their order. */
  readonly ports: readonly string[]
  /** Where each connected port leads; only edges without a fault count. */
  readonly targets: ReadonlyMap<string, string>
}

/** What every pass of the compiler looks at. */
export interface Drawing {
  readonly journey: Journey
  readonly nodes: ReadonlyMap<string, DrawnNode>
  readonly entries: readonly DrawnNode[]
  /** Where a node leads, in the order of its ports. */
  next(id: string): readonly string[]
}

/** Resolves kinds, ports and edges once. */
export function readDrawing(journey: Journey): Drawing {
  const structure = structureOf(journey)
  const drawn = new Map<string, DrawnNode>()
  for (const node of journey.nodes) {
    const definition = findNode(node.kind)
    if (!definition) continue
    const ports = definition.portsOf(node.config).map(({ id }) => id)
    const known = new Set(ports)
    const edges = structure
      .edgesFrom(node.id)
      .filter(({ port, to }) => known.has(port) && structure.nodes.has(to))
      .map(({ port, to }) => [port, to] as const)
    drawn.set(node.id, { node, definition, ports, targets: new Map(edges) })
  }
  return {
    journey,
    nodes: drawn,
    entries: [...drawn.values()].filter(({ definition }) => definition.trigger !== undefined),
    next(id) {
      const from = drawn.get(id)
      return from?.ports.flatMap((port) => from.targets.get(port) ?? []) ?? []
    },
  }
}
