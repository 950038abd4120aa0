import type { Journey } from '@millrace/graph'
import { edgeId, type JourneyNode } from '../document/parts.ts'
import { sameJson } from '../document/same-json.ts'

/** What differs between two documents, by node. */
export interface Difference {
  readonly added: readonly JourneyNode[]
  readonly removed: readonly JourneyNode[]
  /** Nodes whose title, settings or wires differ, as `to` has them. */
  readonly changed: readonly JourneyNode[]
  readonly moved: number
  /** Name, time zone or settings of the journey differ. */
  readonly journey: boolean
}

/** What someone changed who made `to` out of `from`. */
export function compareJourneys(from: Journey, to: Journey): Difference {
  const before = new Map(from.nodes.map((node) => [node.id, node]))
  const after = new Set(to.nodes.map((node) => node.id))
  const wires = { before: wiresByNode(from), after: wiresByNode(to) }
  const kept = to.nodes.filter((node) => before.has(node.id))
  const content = ({ kind, title, config, id }: JourneyNode, by: ReadonlyMap<string, string>) => [
    kind,
    title,
    config,
    by.get(id),
  ]
  return {
    added: to.nodes.filter((node) => !before.has(node.id)),
    removed: from.nodes.filter((node) => !after.has(node.id)),
    changed: kept.filter((node) => {
      const old = before.get(node.id)
      return old !== undefined && !sameJson(content(old, wires.before), content(node, wires.after))
    }),
    moved: kept.filter((node) => {
      const old = before.get(node.id)?.position
      return old !== undefined && (old.x !== node.position.x || old.y !== node.position.y)
    }).length,
    journey: !sameJson(head(from), head(to)),
  }
}

function head({ name, timeZone, settings }: Journey) {
  return { name, timeZone, settings }
}

function wiresByNode(journey: Journey): ReadonlyMap<string, string> {
  const wires = Map.groupBy(journey.edges, (edge) => edge.from)
  return new Map(
    [...wires].map(([from, edges]) => [
      from,
      edges
        .map((e) => edgeId(e) + e.to)
        .toSorted()
        .join(),
    ]),
  )
}
