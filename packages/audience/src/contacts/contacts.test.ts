import { Fault } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { ingestEvents } from '../ingest/ingest-events.ts'
import { event } from '../test-support.ts'
import { contactEvents } from './contact-events.ts'
import type { ContactRow } from './contact-row.ts'
import { findContact } from './find-contact.ts'
import { listContacts } from './list-contacts.ts'
import { upsertContacts } from './upsert-contacts.ts'

test('given keys overwrite, null removes, what is not given stays', async () => {
  await using test = await testDatabase()
  await upsertContacts(test.db, [
    { id: 'a', attributes: { x: 1, y: { z: null }, w: null }, timeZone: 'Asia/Tokyo', tags: ['vip'] },
    { id: 'b', attributes: { x: 1 } },
  ])
  expect(await findContact(test.db, 'a')).toMatchObject({ attributes: { x: 1, y: { z: null } } })
  await upsertContacts(test.db, [{ id: 'a', attributes: { x: null, n: [1, null] } }, { id: 'c' }])
  expect(await findContact(test.db, 'a')).toMatchObject({
    attributes: { y: { z: null }, n: [1, null] },
    timeZone: 'Asia/Tokyo',
    tags: ['vip'],
  })
  await upsertContacts(test.db, [{ id: 'a', timeZone: null, tags: [] }])
  expect(await findContact(test.db, 'a')).toMatchObject({ timeZone: null, tags: [] })
  expect(await findContact(test.db, 'b')).toMatchObject({ attributes: { x: 1 }, timeZone: null, tags: [] })
  expect(await findContact(test.db, 'c')).toMatchObject({ attributes: {} })
})

test('rows of the same contact in one request come on top of each other', async () => {
  await using test = await testDatabase()
  const rows: ContactRow[] = [
    { id: 'a', attributes: { x: 1, y: 1 }, tags: ['one'] },
    { id: 'a', attributes: { x: null, z: 2 }, timeZone: 'UTC' },
  ]
  const expected = { attributes: { y: 1, z: 2 }, timeZone: 'UTC', tags: ['one'] }
  await upsertContacts(test.db, rows)
  expect(await findContact(test.db, 'a')).toMatchObject(expected)
  await upsertContacts(test.db, rows)
  expect(await findContact(test.db, 'a')).toMatchObject(expected)
})

test('ten thousand contacts go in one request, odd text unchanged', async () => {
  await using test = await testDatabase()
  const odd = ['"quoted"', 'a,b', '{}', '\\', 'NULL', "it's", '客户 😀', ' ']
  const rows = Array.from({ length: 10_000 }, (_, n) => ({
    id: `c-${n}`,
    attributes: { text: odd[n % odd.length] ?? '' },
    tags: [odd[n % odd.length] ?? ''],
  }))
  await upsertContacts(test.db, rows)
  await upsertContacts(test.db, rows)
  for (const row of rows.slice(0, odd.length)) expect(await findContact(test.db, row.id)).toMatchObject(row)
})

test('two requests over the same contacts in other orders both come through', async () => {
  await using test = await testDatabase()
  const rows = (key: string) =>
    Array.from({ length: 300 }, (_, n) => ({ id: `c-${n}`, attributes: { [key]: n } }))
  await Promise.all([
    upsertContacts(test.db, rows('a')),
    upsertContacts(test.db, rows('b').toReversed()),
    upsertContacts(test.db, rows('c')),
  ])
  expect(await findContact(test.db, 'c-7')).toMatchObject({ attributes: { a: 7, b: 7, c: 7 } })
})

test('a contact is found in any spelling that means its id, and by no other', async () => {
  await using test = await testDatabase()
  await upsertContacts(test.db, [{ id: 'Café' }])
  expect(await findContact(test.db, 'Cafe\u0301')).toMatchObject({ id: 'Café' })
  expect(await findContact(test.db, 'café')).toBeNull()
  expect(await findContact(test.db, 'a\0')).toBeNull()
})

test('pages of contacts run from the newest to the oldest, each contact once', async () => {
  await using test = await testDatabase()
  for (const id of ['a', 'b', 'c', 'd', 'e']) await upsertContacts(test.db, [{ id }])
  const first = await listContacts(test.db, { limit: 2 })
  expect(first.items.map((one) => one.id)).toEqual(['e', 'd'])
  const second = await listContacts(test.db, { limit: 3, cursor: first.next ?? '' })
  expect(second.items.map((one) => one.id)).toEqual(['c', 'b', 'a'])
  expect(second.next).toBeNull()
  await expect(listContacts(test.db, { limit: 2, cursor: 'nonsense' })).rejects.toThrow(Fault)
})

test.each([
  ['HH', ['hh_1', 'hh%2']],
  ['hh_', ['hh_1']],
  ['%', ['hh%2']],
  ['ann', ['hh%2']],
  ['\0', ['hh_1', 'hh%2']],
  ['nobody', []],
])('a search for %j finds ids and attributes as they are written', async (search, found) => {
  await using test = await testDatabase()
  await upsertContacts(test.db, [{ id: 'hh%2', attributes: { name: 'Anna' } }])
  await upsertContacts(test.db, [{ id: 'hh_1' }])
  const { items } = await listContacts(test.db, { search, limit: 10 })
  expect(items.map((one) => one.id)).toEqual(found)
})

test('a contact’s events run from the last that came to the first, of one type or of all', async () => {
  await using test = await testDatabase()
  const sent = ['order.paid', 'page.viewed', 'order.paid', 'order.paid'].map((type, n) =>
    event('a', type, { id: `e${n}`, data: { n } }),
  )
  await ingestEvents(test.db, [...sent, event('b', 'order.paid')])
  const first = await contactEvents(test.db, 'a', { limit: 3 })
  expect(first.items.map((one) => one.id)).toEqual(['e3', 'e2', 'e1'])
  const rest = await contactEvents(test.db, 'a', { limit: 3, cursor: first.next ?? '' })
  expect(rest).toMatchObject({
    items: [{ id: 'e0', type: 'order.paid', source: 'api', data: { n: 0 } }],
    next: null,
  })
  const paid = await contactEvents(test.db, 'a', { limit: 3, type: 'order.paid' })
  expect(paid.items.map((one) => one.id)).toEqual(['e3', 'e2', 'e0'])
  expect(paid.next).toBeNull()
  await expect(contactEvents(test.db, 'nobody', { limit: 3 })).rejects.toMatchObject({ status: 'not-found' })
})
