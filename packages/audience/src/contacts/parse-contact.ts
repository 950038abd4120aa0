import type { FieldFault } from '@millrace/database'
import { isTimeZone, type Text } from '@millrace/program'
import { isObject, storableObject } from '../json-text.ts'
import { outsideId } from '../outside-id.ts'
import type { ContactRow } from './contact-row.ts'

const MAX_TAGS = 1000
const MAX_KNOWN = 1000
// Asking for a zone is slow, and a file has the same few on every line.
const knownZones = new Set<string>()

/**
 * Checks one contact of a request, after JSON.parse or as a CSV row; answers its first fault. Unknown keys
 * are ignored.
 */
export function parseContact(json: unknown): { contact: ContactRow } | { fault: FieldFault } {
  if (!isObject(json)) return fault('', 'not-an-object', NOT_AN_OBJECT)
  const id = outsideId(json.id)
  if (id === null) return fault('id', 'invalid-id', INVALID_ID)
  const attributes = json.attributes === undefined ? undefined : storableObject(json.attributes)
  if (attributes !== undefined && 'code' in attributes)
    return fault('attributes', attributes.code, attributes.message)
  const name = Object.keys(attributes?.value ?? {}).find((key) => outsideId(key) !== key)
  if (name !== undefined) return fault('attributes', 'invalid-attribute', INVALID_NAME)
  const zone = json.timeZone
  if (zone !== undefined && zone !== null && !isKnownZone(zone))
    return fault('timeZone', 'invalid-time-zone', INVALID_ZONE)
  const tags = json.tags === undefined ? undefined : tagsOf(json.tags)
  if (tags === null) return fault('tags', 'invalid-tags', INVALID_TAGS)
  return {
    contact: {
      id,
      ...(attributes && { attributes: attributes.value }),
      ...(zone !== undefined && { timeZone: zone }),
      ...(tags && { tags }),
    },
  }
}

function isKnownZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || zone.length > 64) return false
  if (knownZones.has(zone)) return true
  if (!isTimeZone(zone)) return false
  if (knownZones.size < MAX_KNOWN) knownZones.add(zone)
  return true
}

function tagsOf(value: unknown): string[] | null {
  if (!Array.isArray(value) || value.length > MAX_TAGS) return null
  const tags = value.map(outsideId)
  return tags.every((tag) => tag !== null) ? [...new Set(tags)] : null
}

function fault(path: string, code: string, message: Text): { fault: FieldFault } {
  return { fault: { path, code, message } }
}

const NOT_AN_OBJECT = { zh: '客户必须是一个 JSON 对象。', en: 'A contact must be a JSON object.' }
const INVALID_ID = {
  zh: '必须是 1 到 128 个字符的文本，不含控制字符。',
  en: 'Must be text of 1 to 128 characters without control characters.',
}
const INVALID_NAME = {
  zh: '属性名必须是 1 到 128 个字符的文本（NFC），不含控制字符。',
  en: 'An attribute name must be text of 1 to 128 characters in NFC, without control characters.',
}
const INVALID_ZONE = {
  zh: '必须是 IANA 时区，例如 Asia/Shanghai。',
  en: 'Must be an IANA time zone, such as Asia/Shanghai.',
}
const INVALID_TAGS = {
  zh: '必须是最多 1000 个标签的列表，每个 1 到 128 个字符，不含控制字符。',
  en: 'Must be a list of at most 1000 tags of 1 to 128 characters each, without control characters.',
}
