import { describe, expect, test } from 'vitest'
import { compact, exact, signed } from './format-number.ts'

describe('counts on the canvas', () => {
  test.each([
    [0, '0', '0'],
    [9_999, '9,999', '9,999'],
    [10_000, '1万', '10k'],
    [12_480, '1.2万', '12.5k'],
    [99_960, '10万', '100k'],
    [125_400, '12.5万', '125k'],
    [999_600, '100万', '1M'],
    [1_254_300, '125万', '1.25M'],
    [99_999_999, '1亿', '100M'],
    [120_000_000, '1.2亿', '120M'],
    [1_250_000_000, '12.5亿', '1.25B'],
    [-12_480, '−1.2万', '−12.5k'],
  ])('%i is %s in Chinese and %s in English', (value, zh, en) => {
    expect(compact(value, 'zh')).toBe(zh)
    expect(compact(value, 'en')).toBe(en)
  })
})

test('a table shows the exact figure with a true minus', () => {
  expect(exact(1_254_300, 'zh')).toBe('1,254,300')
  expect(exact(-300, 'en')).toBe('−300')
})

test('a change carries its sign on both sides of 0', () => {
  expect(signed(50, 'zh')).toBe('+50')
  expect(signed(-300, 'zh')).toBe('−300')
  expect(signed(0, 'zh')).toBe('0')
})
