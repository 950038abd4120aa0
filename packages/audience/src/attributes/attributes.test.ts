import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { findContact } from '../contacts/find-contact.ts'
import { upsertContacts } from '../contacts/upsert-contacts.ts'
import { coerce } from './coerce.ts'
import { declareAttribute, declaredTypes } from './declared.ts'

test.each([
  ['12', 'number', 12],
  [' -3.5e2 ', 'number', -350],
  ['12a', 'number', undefined],
  ['1e999', 'number', undefined],
  ['', 'number', undefined],
  ['是', 'boolean', true],
  ['No', 'boolean', false],
  ['maybe', 'boolean', undefined],
  ['2026-03-01T09:30:00+08:00', 'time', '2026-03-01T01:30:00.000Z'],
  ['yesterday', 'time', undefined],
  ['a | b;c', 'list', ['a', 'b', 'c']],
  [' a ', 'text', ' a '],
] as const)('%j read as a %s is %j', (text, type, value) => {
  expect(coerce(text, type)).toEqual(value)
})

test('declaring a type reads the texts that are there, and leaves alone what does not fit', async () => {
  await using test = await testDatabase()
  const { db } = test
  await upsertContacts(db, [
    { id: 'a', attributes: { age: '41' } },
    { id: 'b', attributes: { age: 'unknown' } },
    { id: 'c', attributes: { age: 7, city: '41' } },
  ])
  expect(await declareAttribute(db, 'age', 'number')).toBe(1)
  const ages = await Promise.all(
    ['a', 'b', 'c'].map(async (id) => (await findContact(db, id))?.attributes.age),
  )
  expect(ages).toEqual([41, 'unknown', 7])
  expect((await findContact(db, 'c'))?.attributes.city).toBe('41')
  expect(await declaredTypes(db)).toEqual(new Map([['age', 'number']]))
})
