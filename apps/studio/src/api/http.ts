import { Problem, problemOf } from './problem.ts'
import { accessToken } from './token.ts'

/** Query parameters; what is undefined or empty is left out. */
export type Query = { readonly [name: string]: string | number | undefined }

interface Options {
  readonly query?: Query
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
  readonly signal?: AbortSignal
}

function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return `/api${path}${text && `?${text}`}`
}

/** Calls the API; throws a `Problem` for everything that is not a success. */
export async function request<Answer>(method: string, path: string, options: Options = {}): Promise<Answer> {
  const token = accessToken()
  const json = options.body !== undefined && !(options.body instanceof Blob)
  const headers = {
    accept: 'application/json',
    ...(json ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...options.headers,
  }
  const response = await fetch(address(path, options.query), {
    method,
    headers,
    ...(options.body === undefined
      ? {}
      : { body: json ? JSON.stringify(options.body) : (options.body as Blob) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((fault: unknown) => {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw new Problem({ status: 0, code: 'unreachable' })
  })
  if (!response.ok) throw problemOf(response.status, await response.text())
  const text = await response.text()
  // The DTOs beside the routes say what each route answers; the API checks its own answers against its schemas.
  return (text ? JSON.parse(text) : undefined) as Answer
}

/** One part of an outside id in a path. */
export const part = (id: string) => encodeURIComponent(id)
