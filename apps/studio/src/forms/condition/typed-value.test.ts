import { expect, test } from 'vitest'
import { asNumber, readTyped, valueType } from './typed-value.ts'

const attributes = [
  { name: 'age', type: 'number' },
  { name: 'city', type: 'text' },
]

test('a declared attribute says how its value is read; a path of an event does not', () => {
  expect(valueType('contact.age', attributes)).toBe('number')
  expect(valueType('contact.city', attributes)).toBe('text')
  expect(valueType('contact.unknown', attributes)).toBe('guess')
  expect(valueType('event.amount', attributes)).toBe('guess')
  expect(valueType('at', attributes)).toBe('time')
})

test('a number is read as one unless the value was text before', () => {
  expect(readTyped('100', 'guess', '')).toBe(100)
  expect(readTyped('100', 'guess', 10)).toBe(100)
  expect(readTyped('100', 'guess', '10')).toBe('100')
  expect(readTyped('100', 'text', '')).toBe('100')
})

test.each(['007', '1e9', '1.', '12345678901234567890', '+1', ''])('%j stays text', (text) => {
  expect(asNumber(text)).toBeUndefined()
})
