import { describe, expect, test } from 'vitest'
import { parseEvent } from './parse-event.ts'

const good = { id: 'e1', contact: 'hh-1', type: 'order.paid' }

function deep(levels: number): object {
  let value: object = {}
  for (let level = 1; level < levels; level++) value = { a: value }
  return value
}

describe('an event is accepted', () => {
  test('with defaults for what it leaves out', () => {
    expect(parseEvent(good)).toEqual({
      event: { ...good, at: null, data: {}, dataText: '{}', source: 'api' },
    })
  })

  test('with its ids in NFC', () => {
    expect(parseEvent({ ...good, contact: 'Cafe\u0301' })).toMatchObject({ event: { contact: 'Caf\u00e9' } })
  })

  test.each([
    ['of 128 characters outside the BMP', { contact: '😀'.repeat(128) }],
    ['with exactly 32 kB of data', { data: { a: 'x'.repeat(32_768 - '{"a":""}'.length) } }],
    ['with 64 levels of data', { data: deep(64) }],
    ['with a backslash before u0000', { data: { a: '\\u0000', b: '\\\\ud800' } }],
    ['with control characters in its data', { data: { a: 'a\u0001\n' } }],
    ['with a pair of surrogates', { data: { a: '😀' } }],
    ['with a deep type', { type: 'a.b-c_d.9' }],
  ])('%s', (_, change) => {
    expect(parseEvent({ ...good, ...change })).toHaveProperty('event')
  })

  test.each([
    ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.000Z'],
    ['2026-03-01T09:30:00.1239+08:00', '2026-03-01T01:30:00.123Z'],
    ['2026-03-01t09:30:00.5z', '2026-03-01T09:30:00.500Z'],
    ['2024-02-29T23:59:59-23:59', '2024-03-01T23:58:59.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('dated %s', (at, iso) => {
    expect(parseEvent({ ...good, at })).toMatchObject({ event: { at: Date.parse(iso) } })
  })
})

describe('an event is refused', () => {
  test.each([
    ['that is no object', '', 'not-an-object', []],
    ['that is null', '', 'not-an-object', null],
    ['without an id', 'id', 'invalid-id', { ...good, id: undefined }],
    ['with an empty id', 'id', 'invalid-id', { ...good, id: '' }],
    ['with a number as id', 'id', 'invalid-id', { ...good, id: 7 }],
    ['with 129 characters of id', 'id', 'invalid-id', { ...good, id: 'a'.repeat(129) }],
    ['without a contact', 'contact', 'invalid-contact', { ...good, contact: undefined }],
    ['with a NUL in its contact', 'contact', 'invalid-contact', { ...good, contact: 'a\0' }],
    ['with a C1 control in its contact', 'contact', 'invalid-contact', { ...good, contact: 'a\u0085' }],
    ['with a lone surrogate in its contact', 'contact', 'invalid-contact', { ...good, contact: '\ud800' }],
    ['without a type', 'type', 'invalid-type', { ...good, type: undefined }],
    ['with a type of one part', 'type', 'invalid-type', { ...good, type: 'paid' }],
    ['with capitals in its type', 'type', 'invalid-type', { ...good, type: 'Order.paid' }],
    ['with a line break after its type', 'type', 'invalid-type', { ...good, type: 'order.paid\n' }],
    ['of our own type', 'type', 'reserved-type', { ...good, type: 'millrace.delivery.sent' }],
    ['dated yesterday', 'at', 'invalid-time', { ...good, at: 'yesterday' }],
    ['dated null', 'at', 'invalid-time', { ...good, at: null }],
    ['dated by a number', 'at', 'invalid-time', { ...good, at: 0 }],
    ['dated without a zone', 'at', 'invalid-time', { ...good, at: '2026-03-01T09:30:00' }],
    ['dated 30 February', 'at', 'invalid-time', { ...good, at: '2026-02-30T00:00:00Z' }],
    ['dated month 13', 'at', 'invalid-time', { ...good, at: '2026-13-01T00:00:00Z' }],
    ['dated 24:00', 'at', 'invalid-time', { ...good, at: '2026-03-01T24:00:00Z' }],
    ['dated before the year 1', 'at', 'invalid-time', { ...good, at: '0001-01-01T00:00:00+00:01' }],
    ['dated after the year 9999', 'at', 'invalid-time', { ...good, at: '9999-12-31T23:59:59-00:01' }],
    ['with a list as data', 'data', 'not-an-object', { ...good, data: [] }],
    ['with null as data', 'data', 'not-an-object', { ...good, data: null }],
    ['with 32 kB and one byte', 'data', 'too-large', { ...good, data: { a: 'x'.repeat(32_761) } }],
    ['with few characters of many bytes', 'data', 'too-large', { ...good, data: { a: '客'.repeat(11_000) } }],
    ['with 65 levels of data', 'data', 'too-deep', { ...good, data: deep(65) }],
    ['with 100,000 levels of data', 'data', 'too-deep', { ...good, data: deep(100_000) }],
    ['with a NUL in its data', 'data', 'invalid-text', { ...good, data: { a: '\0' } }],
    ['with a NUL after a backslash', 'data', 'invalid-text', { ...good, data: { a: '\\\0' } }],
    ['with a lone surrogate in a key', 'data', 'invalid-text', { ...good, data: { '\udc00': 1 } }],
    ['with a number out of range', 'data', 'invalid-number', { ...good, data: JSON.parse('{"a":[1e999]}') }],
    ['with an empty source', 'source', 'invalid-source', { ...good, source: '' }],
  ])('%s', (_, path, code, json) => {
    expect(parseEvent(json)).toMatchObject({ fault: { path, code } })
  })
})
