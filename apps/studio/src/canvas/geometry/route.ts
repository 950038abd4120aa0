import type { Point } from '../document/parts.ts'
import type { Box } from './box.ts'

/** How far an edge goes straight before it bends: half of the smallest gap between ranks. */
export const LEAD = 14
const SIDE = 28
const LANE_STEP = 16
const LANES = 4

/** A stretch of a column that another edge already uses. */
export interface Lane {
  readonly x: number
  readonly top: number
  readonly bottom: number
  readonly target: string
}

/** What an edge has to go around. */
export interface Surroundings {
  readonly boxes: readonly Box[]
  readonly lanes: readonly Lane[]
  readonly target: string
}

/** The points of an edge that leaves downwards and arrives from above; straight and short beats free of bends. */
export function route(from: Point, to: Point, around?: Surroundings): readonly Point[] {
  const direct = plain(from, to)
  if (around === undefined) return direct
  const inWay = obstacles(around, from, to)
  let best = direct
  let least = cost(direct, inWay)
  if (least === length(direct)) return direct
  // Shortest first: once a line is longer than the best costs, no later one can win.
  const lines = columns(from, to, inWay.boxes).map((x) => via(from, to, x))
  for (const line of lines.toSorted((a, b) => length(a) - length(b))) {
    if (length(line) >= least) break
    const price = cost(line, inWay)
    if (price < least) [best, least] = [line, price]
  }
  return best
}

/** The line without anything in its way: one bend in the middle of a near gap, else right under the source. */
function plain(from: Point, to: Point): readonly Point[] {
  const gap = to.y - from.y
  if (gap < 2 * LEAD) return gap >= 12 ? middleBend(from, to) : via(from, to, detour(from, to))
  return gap <= 4 * LEAD ? middleBend(from, to) : via(from, to, to.x)
}

function middleBend(from: Point, to: Point): readonly Point[] {
  const y = (from.y + to.y) / 2
  return [from, { x: from.x, y }, { x: to.x, y }, to]
}

/** A target beside or above is met by way of the column left of both. */
function detour(from: Point, to: Point): number {
  return Math.min(from.x, to.x) - 128 - SIDE
}

function via(from: Point, to: Point, x: number): readonly Point[] {
  const [down, up] = [from.y + LEAD, to.y - LEAD]
  return [from, { x: from.x, y: down }, { x, y: down }, { x, y: up }, { x: to.x, y: up }, to]
}

/** Boxes and lanes between the heights of the ends; no line of this edge comes near the others. */
function obstacles({ boxes, lanes, target }: Surroundings, from: Point, to: Point): Surroundings {
  const top = Math.min(from.y, to.y) - LEAD
  const bottom = Math.max(from.y, to.y) + LEAD
  return {
    boxes: boxes.filter((box) => box.y < bottom && box.y + box.height > top),
    lanes: lanes.filter((lane) => lane.target !== target && lane.top < bottom && lane.bottom > top),
    target,
  }
}

/** Columns worth trying: under the ends, then beside every box in between, a few lanes each. */
function columns(from: Point, to: Point, boxes: readonly Box[]): readonly number[] {
  const lanes = [...Array(LANES).keys()].map((lane) => SIDE + lane * LANE_STEP)
  const beside = boxes.flatMap((box) => lanes.flatMap((side) => [box.x - side, box.x + box.width + side]))
  return [...new Set([to.x, from.x, ...beside])]
}

function cost(line: readonly Point[], { boxes, lanes }: Surroundings): number {
  let sum = length(line)
  for (const [index, end] of line.entries()) {
    const start = line[index - 1]
    if (start === undefined) continue
    const first = index === 1
    const last = index === line.length - 1
    for (const box of boxes) if (!first && !last && crosses(start, end, box)) sum += 4000
    if (start.x === end.x) {
      for (const lane of lanes) if (shares(start, end, lane)) sum += 600
    }
  }
  return sum
}

function length(line: readonly Point[]): number {
  return line.reduce((sum, point, index) => {
    const before = line[index - 1] ?? point
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y)
  }, 0)
}

function crosses(a: Point, b: Point, box: Box): boolean {
  const margin = 6
  return (
    Math.max(a.x, b.x) > box.x - margin &&
    Math.min(a.x, b.x) < box.x + box.width + margin &&
    Math.max(a.y, b.y) > box.y - margin &&
    Math.min(a.y, b.y) < box.y + box.height + margin
  )
}

function shares(a: Point, b: Point, lane: Lane): boolean {
  if (Math.abs(lane.x - a.x) >= LANE_STEP / 2) return false
  return Math.max(a.y, b.y) > lane.top && Math.min(a.y, b.y) < lane.bottom
}
