import { expect, test } from 'vitest'
import { freshId } from './fresh-id.ts'
import { shareOf } from './share-of.ts'

test('a weight is shown as its part of all weights', () => {
  expect([0, 1, 2].map((index) => shareOf([1, 1, 2], index))).toEqual(['25%', '25%', '50%'])
  expect(shareOf([1, 2], 0)).toBe('33.3%')
  expect(shareOf([0, 0], 0)).toBe('—')
})

test('an id is never one that is taken', () => {
  const numbers = [0.5, 0.5, 0.25]
  const taken = freshId('arm', [], () => 0.5)
  const id = freshId('arm', [{ id: taken }], () => numbers.shift() ?? 0)
  expect(id).not.toBe(taken)
  expect(id).toMatch(/^arm-[0-9a-z]{4}$/)
})
