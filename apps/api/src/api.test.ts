import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { testApi } from './testing.ts'

const follow = (id: string, contact = 'c1') => ({ id, contact, type: 'contact.followed' })

test('bad events are refused one by one, with their index and a code', async () => {
  await using api = await testApi()
  const { status, body } = await api.ask('POST', '/api/events', [
    follow('good'),
    { id: 'bad-1', type: 'page.viewed' },
    { ...follow('bad-2'), at: 'yesterday' },
  ])
  expect(status).toBe(202)
  expect(body).toMatchObject({ accepted: 1, duplicates: 0, rejectedCount: 2 })
  expect(body.rejected.map((one: { index: number }) => one.index)).toEqual([1, 2])
})

test('the same event twice is a duplicate', async () => {
  await using api = await testApi()
  await api.ask('POST', '/api/events', follow('e1'))
  const { body } = await api.ask('POST', '/api/events', [follow('e1'), follow('e2')])
  expect(body).toMatchObject({ accepted: 1, duplicates: 1 })
})

test('a gzipped stream of lines is taken in, broken lines by themselves', async () => {
  await using api = await testApi()
  const lines = [JSON.stringify(follow('a')), '{"id":', '', JSON.stringify(follow('b', 'c2'))].join('\n')
  const { status, body } = await api.ask('POST', '/api/events?history=true', gzipSync(lines), {
    'content-type': 'application/x-ndjson',
    'content-encoding': 'gzip',
  })
  expect(status).toBe(202)
  expect(body).toMatchObject({ accepted: 2, rejectedCount: 1, rejected: [{ index: 1, code: 'malformed' }] })
})

test('a broken archive is the caller’s fault', async () => {
  await using api = await testApi()
  const { status, type } = await api.ask('POST', '/api/events', 'this is no gzip', {
    'content-encoding': 'gzip',
  })
  expect([status, type]).toEqual([422, 'application/problem+json'])
})

test('CSV rows become contacts; an empty cell is not set and a row without an id is refused by itself', async () => {
  await using api = await testApi()
  const csv = '\uFEFFid,name,city\nc1,"林, 晓雯",杭州\nc2,,\n,nobody,\n'
  const { body } = await api.ask('POST', '/api/contacts', csv, { 'content-type': 'text/csv' })
  expect(body).toMatchObject({ accepted: 2, rejectedCount: 1, rejected: [{ index: 2 }] })
  const first = await api.ask('GET', '/api/contacts/c1')
  expect(first.body.attributes).toEqual({ name: '林, 晓雯', city: '杭州' })
  const second = await api.ask('GET', '/api/contacts/c2')
  expect(second.body.attributes).toEqual({})
})

test('cells of a declared attribute are read as its type; one that does not fit is refused with its row', async () => {
  await using api = await testApi()
  await api.ask('PUT', '/api/attributes/age', { type: 'number' })
  const csv = 'id,age,city\nc1,41,杭州\nc2,old,杭州\n'
  const { body } = await api.ask('POST', '/api/contacts', csv, { 'content-type': 'text/csv' })
  expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 1, code: 'wrong-type' }] })
  expect((await api.ask('GET', '/api/contacts/c1')).body.attributes).toEqual({ age: 41, city: '杭州' })
})

test('a CSV without an id column changes nothing', async () => {
  await using api = await testApi()
  const { status, body } = await api.ask('POST', '/api/contacts', 'name\nA\n', { 'content-type': 'text/csv' })
  expect([status, body.code]).toEqual([422, 'csv-header'])
})

test.for([
  ['broken JSON', 'POST', '/api/events', '{"id":', 400],
  ['broken JSON for a route with a schema', 'POST', '/api/coupons', '{"id":', 400],
  ['an unknown journey', 'GET', '/api/journeys/00000000-0000-0000-0000-000000000000', undefined, 404],
  ['an id that is no id', 'GET', '/api/journeys/x', undefined, 404],
  ['a journey that is none', 'POST', '/api/journeys', { hello: 'world' }, 422],
  ['a negative limit', 'GET', '/api/enrolments?limit=-1', undefined, 422],
  ['a forged cursor', 'GET', '/api/enrolments?cursor=abc', undefined, 422],
  ['an unknown state', 'GET', '/api/enrolments?state=lost', undefined, 422],
  ['an unknown contact', 'GET', '/api/contacts/nobody', undefined, 404],
  ['an odd contact id', 'GET', '/api/contacts/%00', undefined, 404],
  ['an unknown route', 'GET', '/api/nothing', undefined, 404],
  ['a coupon without a name', 'POST', '/api/coupons', { id: 'x' }, 422],
] as const)('%s is answered by a problem document', async ([, method, path, body, status]) => {
  await using api = await testApi()
  const answer = await api.ask(method, path, body)
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json'])
  expect(answer.body).toMatchObject({
    status,
    code: expect.any(String),
    title: expect.any(String),
    message: { zh: expect.any(String), en: expect.any(String) },
  })
})

test('a page of a stranger cannot ask: neither by a name of its own nor by its origin', async () => {
  await using api = await testApi()
  const rebound = await api.ask('GET', '/api/journeys', undefined, { host: 'evil.example' })
  const foreign = await api.ask('POST', '/api/events', follow('e'), { origin: 'http://evil.example' })
  expect([rebound.status, foreign.status]).toEqual([403, 403])
})

test('with a token only its bearer is answered', async () => {
  await using api = await testApi({ token: 'secret' })
  expect((await api.ask('GET', '/api/journeys')).status).toBe(401)
  expect((await api.ask('GET', '/api/journeys', undefined, { authorization: 'Bearer wrong' })).status).toBe(
    401,
  )
  expect((await api.ask('GET', '/api/journeys', undefined, { authorization: 'Bearer secret' })).status).toBe(
    200,
  )
})

test('the description names every route of the contract', async () => {
  await using api = await testApi()
  const { body } = await api.ask('GET', '/api/openapi.json')
  expect(Object.keys(body.paths)).toEqual(
    expect.arrayContaining([
      '/api/health',
      '/api/system',
      '/api/contacts',
      '/api/contacts/{id}',
      '/api/contacts/{id}/events',
      '/api/events',
      '/api/journeys',
      '/api/journeys/{id}',
      '/api/journeys/check',
      '/api/journeys/{id}/publish',
      '/api/journeys/{id}/pause',
      '/api/journeys/{id}/resume',
      '/api/journeys/{id}/archive',
      '/api/journeys/{id}/versions',
      '/api/journeys/{id}/enrolments',
      '/api/journeys/{id}/counts',
      '/api/enrolments',
      '/api/enrolments/{id}/retry',
      '/api/enrolments/{id}/skip',
      '/api/enrolments/{id}/exit',
      '/api/enrolments/{id}/trace',
      '/api/coupons',
      '/api/coupons/{id}',
      '/api/deliveries',
    ]),
  )
})
