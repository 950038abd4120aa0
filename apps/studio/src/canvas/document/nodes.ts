import type { Journey } from '@millrace/graph'
import { type JourneyNode, type Point, snap } from './parts.ts'
import { portsOf } from './ports.ts'
import { sameJson } from './same-json.ts'

/** Adds `node` on the grid. */
export function addNode(journey: Journey, node: JourneyNode): Journey {
  return { ...journey, nodes: [...journey.nodes, { ...node, position: snap(node.position) }] }
}

/** Removes nodes together with every edge that touches them. */
export function removeNodes(journey: Journey, ids: ReadonlySet<string>): Journey {
  if (!journey.nodes.some((node) => ids.has(node.id))) return journey
  return {
    ...journey,
    nodes: journey.nodes.filter((node) => !ids.has(node.id)),
    edges: journey.edges.filter((edge) => !ids.has(edge.from) && !ids.has(edge.to)),
  }
}

/** Puts nodes where a gesture left them; the same document when nothing has moved. */
export function moveNodes(journey: Journey, positions: ReadonlyMap<string, Point>): Journey {
  const moved = (node: JourneyNode) => {
    const to = positions.get(node.id)
    return to !== undefined && (to.x !== node.position.x || to.y !== node.position.y)
      ? { ...node, position: { x: to.x, y: to.y } }
      : node
  }
  return withNodes(journey, journey.nodes.map(moved))
}

/** Replaces a node's config; ports that it no longer has take their edges along. */
export function setConfig(journey: Journey, id: string, config: JourneyNode['config']): Journey {
  const node = journey.nodes.find((item) => item.id === id)
  if (node === undefined || sameJson(node.config, config)) return journey
  const ports = new Set(portsOf({ kind: node.kind, config }).map((port) => port.id))
  const edges = journey.edges.filter((edge) => edge.from !== id || ports.has(edge.port))
  return {
    ...journey,
    nodes: journey.nodes.map((item) => (item.id === id ? { ...item, config } : item)),
    edges: edges.length === journey.edges.length ? journey.edges : edges,
  }
}

/** Names a node; an empty title gives it its kind's name again. */
export function setTitle(journey: Journey, id: string, title: string): Journey {
  const retitled = (node: JourneyNode): JourneyNode => {
    if (node.id !== id || (node.title ?? '') === title) return node
    const { title: _old, ...rest } = node
    return title === '' ? rest : { ...rest, title }
  }
  return withNodes(journey, journey.nodes.map(retitled))
}

/** Copies nodes and the edges among them by `offset`; entries stay single. */
export function duplicateNodes(
  journey: Journey,
  ids: ReadonlySet<string>,
  options: { newId(kind: string): string; offset: Point },
): { journey: Journey; copies: ReadonlySet<string> } {
  const originals = journey.nodes.filter((node) => ids.has(node.id) && node.kind !== 'entry')
  const names = new Map(originals.map((node) => [node.id, options.newId(node.kind)]))
  const nodes = originals.map((node) => ({
    ...node,
    id: names.get(node.id) ?? node.id,
    position: snap({ x: node.position.x + options.offset.x, y: node.position.y + options.offset.y }),
  }))
  const edges = journey.edges.flatMap((edge) => {
    const from = names.get(edge.from)
    const to = names.get(edge.to)
    return from === undefined || to === undefined ? [] : [{ ...edge, from, to }]
  })
  const copies = new Set(names.values())
  if (copies.size === 0) return { journey, copies }
  return {
    journey: { ...journey, nodes: [...journey.nodes, ...nodes], edges: [...journey.edges, ...edges] },
    copies,
  }
}

function withNodes(journey: Journey, nodes: JourneyNode[]): Journey {
  return nodes.every((node, index) => node === journey.nodes[index]) ? journey : { ...journey, nodes }
}
