import { describe, expect, test } from 'vitest'
import { testJourney } from '../test-journey.ts'
import { nodeBox, overlaps } from './box.ts'
import { placeBelow } from './place.ts'

const size = { width: 256, height: 48 }

describe('the place of a new node', () => {
  test('is straight below its port when nothing stands there', () => {
    const journey = { ...testJourney(), nodes: testJourney().nodes.slice(0, 1) }
    expect(placeBelow(journey, { from: 'in', port: 'next' }, size)).toEqual({ x: 0, y: 64 })
  })

  test('touches no node', () => {
    const journey = testJourney()
    for (const { from, port } of journey.edges) {
      const at = placeBelow(journey, { from, port }, size)
      const boxes = journey.nodes.map(nodeBox)
      expect(boxes.some((box) => overlaps({ ...at, ...size }, box, 0))).toBe(false)
    }
  })
})
