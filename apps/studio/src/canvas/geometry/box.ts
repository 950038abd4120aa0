import type { JourneyNode, Point } from '../document/parts.ts'
import { portsOf, rowPorts } from '../document/ports.ts'

export const NODE_WIDTH = 256
export const EXIT_WIDTH = 152
export const BODY_HEIGHT = 48
export const ROW_HEIGHT = 24
export const PILL_HEIGHT = 32
/** Free height between two ranks. */
export const RANK_GAP = 32
/** Where a failure port sits, from the node's left. */
export const FAILURE_X = 220

/** A rectangle on the canvas. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

/** Entry and exit are pills; anything else is a card. */
export function isPill(kind: string): boolean {
  return kind === 'entry' || kind === 'exit'
}

/** Whether a card shows its ports by name: with one alone there is nothing to tell apart. */
export function hasPortRow(node: Pick<JourneyNode, 'kind' | 'config'>): boolean {
  return !isPill(node.kind) && rowPorts(portsOf(node)).length > 1
}

/** The rectangle a node takes. */
export function nodeBox(node: Pick<JourneyNode, 'kind' | 'config' | 'position'>): Box {
  const { x, y } = node.position
  if (isPill(node.kind)) return { x, y, width: pillWidth(node.kind), height: PILL_HEIGHT }
  return { x, y, width: NODE_WIDTH, height: BODY_HEIGHT + (hasPortRow(node) ? ROW_HEIGHT : 0) }
}

function pillWidth(kind: string): number {
  return kind === 'exit' ? EXIT_WIDTH : NODE_WIDTH
}

/** Where in-wires arrive. */
export function inPoint(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y }
}

/** Distance of each port from its node's left edge. */
export function portOffsets(node: Pick<JourneyNode, 'kind' | 'config'>): ReadonlyMap<string, number> {
  const ports = portsOf(node)
  const row = rowPorts(ports)
  const width = node.kind === 'exit' ? EXIT_WIDTH : NODE_WIDTH
  return new Map(
    ports.map((port) => {
      const index = row.indexOf(port)
      return [port.id, index < 0 ? FAILURE_X : (width * (index + 0.5)) / row.length]
    }),
  )
}

/** Whether two boxes come closer than `margin`. */
export function overlaps(a: Box, b: Box, margin: number): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  )
}
