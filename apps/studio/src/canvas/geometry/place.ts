import type { Journey } from '@millrace/graph'
import type { JourneyNode, Point, PortRef } from '../document/parts.ts'
import { findJourneyNode, snap } from '../document/parts.ts'
import { type Box, NODE_WIDTH, nodeBox, overlaps, portOffsets, RANK_GAP } from './box.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Where a new node stands under a port: straight below, else beside until it touches nothing. */
export function placeBelow(journey: Journey, at: PortRef, { width, height }: Size): Point {
  const source = findJourneyNode(journey, at.from)
  if (source === undefined) return { x: 0, y: 0 }
  const box = nodeBox(source)
  const portX = box.x + (portOffsets(source).get(at.port) ?? box.width / 2)
  return free(journey, { x: portX - width / 2, y: box.y + box.height + RANK_GAP, width, height })
}

/** Where a new node stands under a node that has no port left. */
export function placeUnder(journey: Journey, node: JourneyNode, { width, height }: Size): Point {
  const box = nodeBox(node)
  const x = box.x + (box.width - width) / 2
  return free(journey, { x, y: box.y + box.height + RANK_GAP, width, height })
}

/** The nearest place right of `wanted` that touches no node. */
export function free(journey: Journey, wanted: Box): Point {
  const boxes = journey.nodes.map(nodeBox)
  const start = snap(wanted)
  for (let column = 0; column <= boxes.length; column++) {
    const x = start.x + column * (NODE_WIDTH + 24)
    const box = { ...wanted, x, y: start.y }
    if (!boxes.some((other) => overlaps(box, other, 8))) return { x, y: start.y }
  }
  return start
}
