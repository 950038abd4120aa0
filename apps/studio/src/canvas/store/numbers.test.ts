import { expect, test } from 'vitest'
import { passed, ribbonWidth } from './numbers.ts'

test('a ribbon is linear in its share, 20 px for all, at least 2, none for nobody', () => {
  expect(ribbonWidth(12_480, 12_480)).toBe(20)
  expect(ribbonWidth(6_240, 12_480)).toBe(10)
  expect(ribbonWidth(89, 12_480)).toBe(2)
  expect(ribbonWidth(0, 12_480)).toBe(0)
  expect(ribbonWidth(5, 0)).toBe(0)
})

test('a ribbon never grows beyond all who entered, when people went around a loop', () => {
  expect(ribbonWidth(30, 10)).toBe(20)
})

test('who passed a node left it by any of its ports', () => {
  expect(passed({ entered: 12, waiting: 2, failed: 1, left: { received: 4, timeout: 5 } })).toBe(9)
  expect(passed(undefined)).toBe(0)
})
