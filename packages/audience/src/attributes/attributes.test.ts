import { setTimeout } from 'node:timers/promises'
import { systemClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { findContact } from '../contacts/find-contact.ts'
import { lockContacts } from '../contacts/lock-contacts.ts'
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

const [low, high] = ['00000000-0000-4000-8000-000000000000', 'ffffffff-ffff-4fff-bfff-ffffffffffff']

// A plain update takes them as its plan finds them, so that one of the two would end in a deadlock.
test.each([
  [low, high],
  [high, low],
])(
  'a declaration locks contacts in the order in which events lock them, wherever they lie',
  async (...ids) => {
    await using database = await testDatabase()
    const { db } = database
    for (const id of ids)
      await db.insertInto('contact').values({ id, external_id: id, attributes: '{"age":"41"}' }).execute()
    let declared: Promise<number> | undefined
    await db.transaction().execute(async (tx) => {
      await lockContacts(tx, { ids: [low] }, systemClock)
      declared = declareAttribute(db, 'age', 'number')
      await setTimeout(300)
      await lockContacts(tx, { ids: [high] }, systemClock)
    })
    expect(await declared).toBe(2)
  },
)
