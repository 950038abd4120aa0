import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { testApi } from './testing.ts'

const CSV = { 'content-type': 'text/csv' }
const LINES = { 'content-type': 'application/x-ndjson' }
// "张三" as spreadsheets in China still write it, which is no UTF-8.
const GBK = Uint8Array.of(0xd5, 0xc5, 0xc8, 0xfd)

test('a CSV in another encoding is refused, not stored as question marks', async () => {
  await using api = await testApi()
  const file = Buffer.concat([Buffer.from('id,name\nc1,'), GBK, Buffer.from('\n')])
  const { status, body } = await api.ask('POST', '/api/contacts', file, CSV)
  expect([status, body.code]).toEqual([422, 'not-utf-8'])
  expect((await api.ask('GET', '/api/contacts/c1')).status).toBe(404)
})

test('a line in another encoding is refused by itself', async () => {
  await using api = await testApi()
  const file = Buffer.concat([Buffer.from('{"id":"'), GBK, Buffer.from('"}\n{"id":"c2"}\n')])
  const { body } = await api.ask('POST', '/api/contacts', file, LINES)
  expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: 'not-utf-8' }] })
})

test('letters cut by the edge of a chunk and a byte order mark are no fault', async () => {
  await using api = await testApi()
  const bytes = Buffer.from('\uFEFFid,name\nc1,张三\n')
  const body = new ReadableStream({
    start(to) {
      for (const byte of bytes) to.enqueue(Uint8Array.of(byte))
      to.close()
    },
  })
  const headers = { ...CSV, host: '127.0.0.1' }
  await api.app.request('http://127.0.0.1/api/contacts', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
  expect((await api.ask('GET', '/api/contacts/c1')).body.attributes).toEqual({ name: '张三' })
  const marked = await api.ask('POST', '/api/contacts', '\uFEFF{"id":"c2"}')
  expect(marked.body).toMatchObject({ accepted: 1 })
})

test('a word for history that is neither yes nor no triggers nothing', async () => {
  await using api = await testApi()
  const event = { id: 'e1', contact: 'c1', type: 'contact.followed' }
  expect((await api.ask('POST', '/api/events?history=1', event)).status).toBe(422)
  expect((await api.ask('GET', '/api/contacts/c1')).status).toBe(404)
})

test.for([
  ['/api/contacts', 'text/html'],
  ['/api/events', 'text/csv'],
  ['/api/coupons', 'text/plain'],
] as const)('%s refuses %s by name', async ([path, type]) => {
  await using api = await testApi()
  const { status, body } = await api.ask('POST', path, '[]', { 'content-type': type })
  expect([status, body.code]).toEqual([415, 'unsupported-type'])
})

test.for([
  ['GET', '/api/enrolments?contact=%00', undefined, 200],
  ['GET', '/api/deliveries?contact=%00&channel=%00', undefined, 200],
  ['GET', '/api/coupons/%00', undefined, 404],
  ['GET', '/api/contacts/%00/points', undefined, 404],
  ['DELETE', '/api/contacts/%00', undefined, 404],
  ['PUT', '/api/attributes/%00', { type: 'text' }, 422],
  ['POST', '/api/coupons', { id: 'c', name: 'a\0b' }, 422],
  ['POST', '/api/coupons', { id: 'c', name: 'a\ud800' }, 422],
] as const)(
  'what PostgreSQL cannot hold is answered, not failed on: %s %s',
  async ([method, path, sent, status]) => {
    await using api = await testApi()
    expect((await api.ask(method, path, sent)).status).toBe(status)
  },
)

test('lists find a contact by any spelling of its id', async () => {
  await using api = await testApi()
  await api.ask('POST', '/api/contacts', { id: '\u00e9' })
  const { status } = await api.ask('GET', '/api/contacts/e%CC%81/points')
  expect(status).toBe(200)
})

test('an answer that comes before the end of the body ends the connection, so that the rest is no request', async () => {
  await using api = await testApi()
  const server = serve({ fetch: api.app.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  const socket = connect(typeof address === 'object' && address !== null ? address.port : 0, '127.0.0.1')
  const head =
    'POST /api/contacts HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: text/csv\r\ncontent-length: 1000000\r\n\r\n'
  socket.write(`${head}name\nno id column\n`)
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1\.1 422 .*\r\nconnection: close\r\n/is)
  socket.destroy()
  server.close()
})

test('what fails inside is logged without what the caller sent', async () => {
  await using api = await testApi()
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  await api.database.db.schema.alterTable('coupon').addCheckConstraint('odd', sql`name::boolean`).execute()
  expect((await api.ask('POST', '/api/coupons', { id: 'c', name: '13800000000' })).status).toBe(500)
  expect(said.mock.calls.flat().join('\n')).toContain('POST /api/coupons')
  expect(said.mock.calls.flat().join('\n')).not.toContain('13800000000')
  said.mockRestore()
})

test('a database that hangs is down, and health says so at once', async () => {
  await using api = await testApi()
  const asked = api.database.db.transaction().execute(async (tx) => {
    await sql`lock table heartbeat`.execute(tx)
    return Promise.race([api.ask('GET', '/api/health'), sleep(4000, 'hangs', { ref: false })])
  })
  expect(await asked).toMatchObject({ status: 503, body: { database: 'down' } })
})
