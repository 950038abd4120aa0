import { testDatabase } from '@millrace/database/testing'
import { expect, test } from 'vitest'
import { parseContact } from './contacts/parse-contact.ts'
import { upsertContacts } from './contacts/upsert-contacts.ts'
import { parseEvent } from './events/parse-event.ts'
import { ingestEvents } from './ingest/ingest-events.ts'
import { knownAttributes, knownEventTypes } from './known.ts'

test('the event types and attributes that were seen are suggested', async () => {
  await using test = await testDatabase()
  const { db } = test
  const contact = parseContact({ id: 'ada', attributes: { city: '上海', age: 36 } })
  if ('fault' in contact) throw new Error(contact.fault.code)
  await upsertContacts(db, [contact.contact])
  const event = parseEvent({ id: 'e1', contact: 'ada', type: 'store.visited' })
  if ('fault' in event) throw new Error(event.fault.code)
  await ingestEvents(db, [event.event])

  expect(await knownEventTypes(db)).toEqual(expect.arrayContaining(['order.paid', 'store.visited']))
  expect(await knownAttributes(db)).toEqual([
    { name: 'age', type: 'number' },
    { name: 'city', type: 'text' },
  ])
})
