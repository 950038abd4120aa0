import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameJson } from './same-json.ts'

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reversed(item)]),
  )
}

test('the order of keys says nothing, everything else does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sameJson(value, reversed(value))).toBe(true)
    }),
  )
  expect(sameJson([1, 2], [2, 1])).toBe(false)
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false)
  expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(sameJson([], {})).toBe(false)
  expect(sameJson(null, {})).toBe(false)
})
