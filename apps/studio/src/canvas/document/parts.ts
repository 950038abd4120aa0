import type { Edge, Journey, JourneyNode } from '@millrace/graph'

export type { JourneyNode } from '@millrace/graph'

export type JourneyEdge = Edge
export type JourneySettings = Journey['settings']

/** A place on the canvas, in its own units (1 = 1 px at zoom 1). */
export interface Point {
  readonly x: number
  readonly y: number
}

/** An out-port of one node. */
export interface PortRef {
  readonly from: string
  readonly port: string
}

/** Names an edge; a port has at most one, so its port is its name. */
export function edgeId({ from, port }: PortRef): string {
  return JSON.stringify([from, port])
}

/** The node called `id`, if the document has it. */
export function findJourneyNode(journey: Journey, id: string): JourneyNode | undefined {
  return journey.nodes.find((node) => node.id === id)
}

/** `point` on the grid of the canvas, 8 px. */
export function snap({ x, y }: Point): { x: number; y: number } {
  return { x: Math.round(x / 8) * 8, y: Math.round(y / 8) * 8 }
}
