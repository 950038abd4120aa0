import type { FieldFault } from '@millrace/database'
import type { Text } from '@millrace/program'
import { isObject, storableObject } from '../json-text.ts'
import { outsideId } from '../outside-id.ts'
import type { IncomingEvent } from './event.ts'
import { parseRfc3339 } from './rfc3339.ts'

const TYPE = /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/
const MAX_TYPE = 128
const NO_DATA = { value: {}, text: '{}' }

/** Checks one event of a request, after JSON.parse; answers its first fault. Unknown keys are ignored. */
export function parseEvent(json: unknown): { event: IncomingEvent } | { fault: FieldFault } {
  if (!isObject(json)) return fault('', 'not-an-object', NOT_AN_OBJECT)
  const id = outsideId(json.id)
  if (id === null) return fault('id', 'invalid-id', INVALID_ID)
  const contact = outsideId(json.contact)
  if (contact === null) return fault('contact', 'invalid-contact', INVALID_ID)
  const { type } = json
  if (typeof type !== 'string' || type.length > MAX_TYPE || !TYPE.test(type))
    return fault('type', 'invalid-type', INVALID_TYPE)
  if (type.startsWith('millrace.')) return fault('type', 'reserved-type', RESERVED_TYPE)
  const at = json.at === undefined ? null : typeof json.at === 'string' ? parseRfc3339(json.at) : undefined
  if (at === undefined || (at === null && json.at !== undefined))
    return fault('at', 'invalid-time', INVALID_TIME)
  const data = json.data === undefined ? NO_DATA : storableObject(json.data)
  if ('code' in data) return fault('data', data.code, data.message)
  const source = json.source === undefined ? 'api' : outsideId(json.source)
  if (source === null) return fault('source', 'invalid-source', INVALID_ID)
  return { event: { id, contact, type, at, data: data.value, dataText: data.text, source } }
}

function fault(path: string, code: string, message: Text): { fault: FieldFault } {
  return { fault: { path, code, message } }
}

const NOT_AN_OBJECT = { zh: '事件必须是一个 JSON 对象。', en: 'An event must be a JSON object.' }
const INVALID_ID = {
  zh: '必须是 1 到 128 个字符的文本，不含控制字符。',
  en: 'Must be text of 1 to 128 characters without control characters.',
}
const INVALID_TYPE = {
  zh: '事件类型必须形如 order.paid：小写字母、数字、下划线或连字符，以点分段，最多 128 个字符。',
  en: 'Must look like order.paid: parts of lower-case letters, digits, _ or -, with dots, 128 characters at most.',
}
const RESERVED_TYPE = { zh: 'millrace.* 是系统保留的事件类型。', en: 'Types under millrace.* are reserved.' }
const INVALID_TIME = {
  zh: '必须是 RFC 3339 时间，例如 2026-03-01T09:30:00+08:00。',
  en: 'Must be an RFC 3339 date-time, such as 2026-03-01T09:30:00+08:00.',
}
