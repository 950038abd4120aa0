import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from '../document/parts.ts'
import { edgeId } from '../document/parts.ts'
import { testJourney } from '../test-journey.ts'
import { type Box, nodeBox, portOffsets } from './box.ts'
import { middle, roundedPath, straighten } from './path.ts'
import { route } from './route.ts'
import { routeAll, sameLines } from './routes.ts'

const box = (x: number, y: number): Box => ({ x, y, width: 256, height: 48 })
const none = { lanes: [], target: 't' }
const point = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })

function crossings(line: readonly Point[], boxes: readonly Box[]): number {
  return line.slice(1).filter((end, index) => {
    const start = line[index] ?? end
    return boxes.some(
      (b) =>
        Math.max(start.x, end.x) > b.x &&
        Math.min(start.x, end.x) < b.x + b.width &&
        Math.max(start.y, end.y) > b.y &&
        Math.min(start.y, end.y) < b.y + b.height,
    )
  }).length
}

describe('the line of an edge', () => {
  test('joins its ends and has no slanted stretch', () => {
    fc.assert(
      fc.property(point, point, fc.array(point, { maxLength: 6 }), (from, to, corners) => {
        const boxes = corners.map(({ x, y }) => box(x, y))
        const line = route(from, to, { ...none, boxes })
        expect(line[0]).toEqual(from)
        expect(line.at(-1)).toEqual(to)
        for (const [index, end] of line.entries()) {
          const start = line[index - 1] ?? end
          expect(start.x === end.x || start.y === end.y).toBe(true)
        }
      }),
    )
  })

  test('is straight when its ends are above each other', () => {
    expect(straighten(route({ x: 64, y: 72 }, { x: 64, y: 104 }))).toEqual([
      { x: 64, y: 72 },
      { x: 64, y: 104 },
    ])
  })

  test('bends in the middle of a near gap', () => {
    const line = straighten(route({ x: 500, y: 328 }, { x: 424, y: 364 }))
    expect(line.map(({ y }) => y)).toEqual([328, 346, 346, 364])
  })

  test('bends right under its source when the target is far, so that it runs down one column', () => {
    const line = straighten(route({ x: 436, y: 228 }, { x: 272, y: 548 }))
    expect(line).toEqual([
      { x: 436, y: 228 },
      { x: 436, y: 242 },
      { x: 272, y: 242 },
      { x: 272, y: 548 },
    ])
  })

  test('goes around a node in its way and comes back to its target', () => {
    const boxes = [box(564, 800)]
    const line = route({ x: 564, y: 772 }, { x: 692, y: 876 }, { ...none, boxes })
    expect(crossings(line, boxes)).toBe(0)
    expect(Math.min(...line.map(({ x }) => x))).toBe(536)
  })

  test('goes up beside the nodes when its target lies above', () => {
    const boxes = [box(0, 0), box(0, 200)]
    const line = route({ x: 128, y: 248 }, { x: 128, y: 0 }, { ...none, boxes })
    expect(crossings(line, boxes)).toBe(0)
  })

  test('keeps off a column that an edge to another target already uses', () => {
    const lanes = [{ x: -28, top: 0, bottom: 400, target: 'other' }]
    const boxes = [box(0, 100), box(0, 200)]
    const line = route({ x: 64, y: 48 }, { x: 128, y: 348 }, { boxes, lanes, target: 't' })
    expect(crossings(line, boxes)).toBe(0)
    expect(line.some(({ x }) => Math.abs(x + 28) < 8)).toBe(false)
  })
})

describe('all edges of a journey', () => {
  test('leave their ports and arrive at the top centre of their targets', () => {
    const journey = testJourney()
    const routes = routeAll(journey)
    const wait = journey.nodes[1]
    if (wait === undefined) throw new Error('The test journey has a wait.')
    const below = nodeBox(wait).y + nodeBox(wait).height
    expect([...portOffsets(wait)]).toEqual([
      ['received', 64],
      ['timeout', 192],
    ])
    const line = routes.get(edgeId({ from: 'wait', port: 'timeout' }))
    expect(line?.[0]).toEqual({ x: 192, y: below })
    expect(line?.at(-1)).toEqual({ x: 192, y: 168 })
    expect(routes.size).toBe(4)
  })

  test('stay where they are when only settings change, and are drawn anew when a node moves', () => {
    const journey = testJourney()
    const [entry, ...rest] = journey.nodes
    if (entry === undefined) throw new Error('The test journey has an entry.')
    expect(sameLines(journey, { ...journey, nodes: [{ ...entry, title: 'New' }, ...rest] })).toBe(true)
    const moved = { ...entry, position: { x: 8, y: 0 } }
    expect(sameLines(journey, { ...journey, nodes: [moved, ...rest] })).toBe(false)
  })
})

describe('the path of a line', () => {
  test('rounds corners by 10, and tight ones by half of what they have', () => {
    const wide = [
      { x: 0, y: 0 },
      { x: 0, y: 100 },
      { x: 100, y: 100 },
    ]
    expect(roundedPath(wide)).toBe('M0 0 L0 90 Q0 100 10 100 L100 100')
    const tight = [
      { x: 436, y: 228 },
      { x: 436, y: 242 },
      { x: 272, y: 242 },
    ]
    expect(roundedPath(tight)).toBe('M436 228 L436 235 Q436 242 429 242 L272 242')
  })

  test('has its middle halfway along, not halfway between its ends', () => {
    const line = [
      { x: 0, y: 0 },
      { x: 0, y: 30 },
      { x: 10, y: 30 },
    ]
    expect(middle(line)).toEqual({ x: 0, y: 20 })
  })
})
