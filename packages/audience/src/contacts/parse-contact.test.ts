import { expect, test } from 'vitest'
import { parseContact } from './parse-contact.ts'

test('a contact is accepted with nothing but an id', () => {
  expect(parseContact({ id: 'hh-1' })).toEqual({ contact: { id: 'hh-1' } })
})

test('id and tags come out in NFC, each tag once, and null stays null', () => {
  const sent = {
    id: 'e\u0301',
    attributes: { a: null, b: { c: [1] } },
    timeZone: null,
    tags: ['é', 'e\u0301'],
  }
  expect(parseContact(sent)).toEqual({
    contact: { id: 'é', attributes: { a: null, b: { c: [1] } }, timeZone: null, tags: ['é'] },
  })
})

test.each([
  ['a list', '', 'not-an-object', []],
  ['no id', 'id', 'invalid-id', { attributes: {} }],
  ['an empty id', 'id', 'invalid-id', { id: '' }],
  ['a tab in the id', 'id', 'invalid-id', { id: 'a\tb' }],
  ['129 characters of id', 'id', 'invalid-id', { id: '客'.repeat(129) }],
  ['text as attributes', 'attributes', 'not-an-object', { id: 'a', attributes: 'x' }],
  ['a NUL in an attribute', 'attributes', 'invalid-text', { id: 'a', attributes: { x: '\0' } }],
  ['too much of an attribute', 'attributes', 'too-large', { id: 'a', attributes: { x: 'x'.repeat(40_000) } }],
  ['a nameless attribute', 'attributes', 'invalid-attribute', { id: 'a', attributes: { '': 1 } }],
  ['an unknown zone', 'timeZone', 'invalid-time-zone', { id: 'a', timeZone: 'Mars/Olympus' }],
  ['an offset as zone', 'timeZone', 'invalid-time-zone', { id: 'a', timeZone: '+08:00' }],
  ['a number as zone', 'timeZone', 'invalid-time-zone', { id: 'a', timeZone: 8 }],
  ['text as tags', 'tags', 'invalid-tags', { id: 'a', tags: 'vip' }],
  ['an empty tag', 'tags', 'invalid-tags', { id: 'a', tags: [''] }],
])('a contact is refused for %s', (_, path, code, json) => {
  expect(parseContact(json)).toMatchObject({ fault: { path, code } })
})
