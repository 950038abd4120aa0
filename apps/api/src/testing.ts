import { type Clock, systemClock } from '@millrace/database'
import { type TestDatabase, testDatabase } from '@millrace/database/testing'
import type { Api } from './api.ts'
import { createApp } from './app.ts'
import { type Environment, readEnvironment } from './environment.ts'

/** An API on a database of its own, asked in process; Temporal is away. */
export interface TestApi extends AsyncDisposable {
  readonly app: Api
  readonly database: TestDatabase
  /** Sends JSON (or a text body of a type) and answers status and parsed body. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** What the API answered. */
export interface Answer {
  readonly status: number
  readonly type: string
  // Tests look into bodies of every route.
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects to find
  readonly body: any
}

/** Starts an API for a test: `await using api = await testApi()`. */
export async function testApi({
  clock = systemClock,
  ...environment
}: Partial<Environment> & { clock?: Clock } = {}): Promise<TestApi> {
  const database = await testDatabase()
  const env = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: '127.0.0.1:1', MILLRACE_TOKEN: 'unused' }
  const app = createApp({
    environment: { ...readEnvironment(env, ['inbox']), token: null, ...environment },
    db: database.db,
    clock,
    temporal: { serves: async () => false, close: async () => {} },
  })
  return {
    app,
    database,
    async ask(method, path, body, headers = {}) {
      const json = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
      const response = await app.request(`http://127.0.0.1${path}`, {
        method,
        headers: {
          host: '127.0.0.1',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: json as BodyInit }),
      })
      const text = await response.text()
      const type = response.headers.get('content-type') ?? ''
      return { status: response.status, type, body: type.includes('json') ? JSON.parse(text) : text }
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}
