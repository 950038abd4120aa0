import type { HttpBindings } from '@hono/node-server'
import { Fault, type FieldFault } from '@millrace/database'
import { isTransient } from '@millrace/engine'
import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { fieldFaults } from './zod-faults.ts'

/** An RFC 9457 problem document; `detail` is in the language asked for, `errors` in both. */
export interface Problem {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly errors?: readonly FieldFault[]
}

const STATUS = { 'not-found': 404, stale: 412, invalid: 422, conflict: 409 } as const

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Not possible now',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Not acceptable as it is',
  500: 'Internal error',
  503: 'Not available now',
}

/** Answers a problem document. */
export function problem(c: Context, { status, code, zh, en, errors }: Problem): Response {
  const detail = prefersChinese(c) ? zh : en
  const body = {
    type: `urn:millrace:problem:${code}`,
    title: TITLES[status] ?? 'Error',
    status,
    detail,
    code,
    message: { zh, en },
  }
  return c.json({ ...body, ...(errors && errors.length > 0 && { errors }) }, status, {
    'content-type': 'application/problem+json',
  })
}

/** Turns whatever a route threw into a problem document; what is not the caller's doing is logged without its data. */
export const onError: ErrorHandler = (error, c) => {
  if (isHalfRead(c)) c.header('connection', 'close')
  if (error instanceof Fault) {
    const { code, text, errors } = error
    return problem(c, { status: STATUS[error.status], code, ...text, errors })
  }
  if (error instanceof HTTPException) return problem(c, fromHttp(error))
  if (isTransient(error)) return problem(c, DATABASE_DOWN)
  console.error(`${c.req.method} ${c.req.routePath}: ${placeOf(error)}`)
  const zh = '服务器内部出错，请稍后重试；如果一直如此，请查看日志。'
  return problem(c, {
    status: 500,
    code: 'internal',
    zh,
    en: 'Something failed inside. Try again; if it stays, see the log.',
  })
}

/** The hook that zod-openapi calls on input that fits no schema. */
export function onInvalid(
  result: { success: boolean; error?: z.ZodError },
  c: Context,
): Response | undefined {
  if (result.success || result.error === undefined) return undefined
  const errors = fieldFaults(result.error)
  const fields = errors.map((fault) => fault.path).join(', ')
  return problem(c, { status: 422, code: 'invalid', zh: `请检查：${fields}`, en: `Check: ${fields}`, errors })
}

const DATABASE_DOWN: Problem = {
  status: 503,
  code: 'database-down',
  zh: '数据库暂时连不上，请稍后重试。',
  en: 'The database cannot be reached now. Try again.',
}

/** Whether the body was left in the middle: what the caller still sends must not be taken for its next request. */
function isHalfRead(c: Context): boolean {
  // Node's server hands its own request over; a test that asks in process has none.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>
  return incoming?.readableDidRead === true && !incoming.readableEnded
}

// PostgreSQL's messages and parsers' quote what they refuse, which may be a contact's; those of the runtime do not.
function placeOf(error: Error): string {
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const said = error instanceof TypeError || error instanceof RangeError ? `: ${error.message}` : ''
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [`${error.name}${code}${said}`, ...frames].join('\n')
}

function fromHttp(error: HTTPException): Problem {
  if (error.status === 400) {
    return {
      status: 400,
      code: 'malformed',
      zh: '请求体无法解析，请检查 JSON。',
      en: 'The body cannot be read. Check its JSON.',
    }
  }
  if (error.status === 415) {
    return {
      status: 415,
      code: 'unsupported-type',
      zh: '不支持这种 Content-Type，请用 application/json 或地址说明中列出的类型。',
      en: 'This Content-Type is not supported. Use application/json, or one that /api/docs lists for this address.',
    }
  }
  return { status: error.status as ContentfulStatusCode, code: 'http', zh: error.message, en: error.message }
}

function prefersChinese(c: Context): boolean {
  return /^\s*zh\b/i.test(c.req.header('accept-language') ?? '')
}
