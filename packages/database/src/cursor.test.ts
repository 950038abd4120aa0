import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { Fault } from './fault.ts'
import { newId } from './ids.ts'

test('a cursor gives back what it was made from', () => {
  const id = newId()
  const at = new Date('2026-03-01T10:00:00.123Z')
  expect(decodeCursor(encodeCursor([at, id]), ['time', 'uuid'])).toEqual([at.toISOString(), id])
  expect(decodeCursor(encodeCursor([42]), ['integer'])).toEqual(['42'])
})

test('a day that does not exist is no place in a list', () => {
  const cursor = encodeCursor(['2026-02-31T00:00:00.000Z'])
  expect(() => decodeCursor(cursor, ['time'])).toThrow(Fault)
})

test.each([
  ['no cursor at all', 'abc'],
  ['empty', ''],
  ['one part too few', encodeCursor([])],
  ['one part too many', encodeCursor([newId(), 1])],
  ['another shape', encodeCursor(["1' or 1=1"])],
  ['another type', Buffer.from('{"0":"x"}').toString('base64url')],
])('a forged cursor is a user fault: %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, ['uuid'])).toThrow(Fault)
})
