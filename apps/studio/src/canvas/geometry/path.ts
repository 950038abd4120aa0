import type { Point } from '../document/parts.ts'

/** Radius of an edge's corners; tight bends take half of what they have. */
export const CORNER = 10

/** An SVG path through orthogonal points with rounded corners. */
export function roundedPath(points: readonly Point[], radius = CORNER): string {
  const line = straighten(points)
  const [first] = line
  if (first === undefined) return ''
  const parts = [`M${text(first)}`]
  for (let index = 1; index < line.length; index++) {
    const [before, corner, after] = [line[index - 1], line[index], line[index + 1]]
    if (before === undefined || corner === undefined) continue
    if (after === undefined) parts.push(`L${text(corner)}`)
    else parts.push(bend(before, corner, after, radius))
  }
  return parts.join(' ')
}

function bend(before: Point, corner: Point, after: Point, radius: number): string {
  const size = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
  return `L${text(towards(corner, before, size))} Q${text(corner)} ${text(towards(corner, after, size))}`
}

/** Drops points that lie on the line between their neighbours. */
export function straighten(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before === undefined) return true
    if (same(before, point)) return false
    if (after === undefined) return true
    return !(before.x === point.x && point.x === after.x) && !(before.y === point.y && point.y === after.y)
  })
}

/** The middle of a line, by length: where an edge carries its button. */
export function middle(points: readonly Point[]): Point {
  const lengths = points.slice(1).map((point, index) => distance(point, points[index] ?? point))
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]]
    if (from !== undefined && to !== undefined && rest <= length) return towards(from, to, rest)
    rest -= length
  }
  return points[0] ?? { x: 0, y: 0 }
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}

function same(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

function text({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
