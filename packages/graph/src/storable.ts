import type { Text } from '@millrace/program'
import { LIMITS } from './limits.ts'

/** Why a value cannot be kept: JSON beyond our limits, or text that PostgreSQL cannot hold. */
export interface Unstorable {
  readonly path: readonly string[]
  readonly code: string
  readonly text: Text
}

/** Whether text can be stored: no NUL, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** The first fault of a JSON value, or null. It walks without recursion: depth is what it guards against. */
export function findUnstorable(root: unknown): Unstorable | null {
  const open: { value: unknown; path: readonly string[] }[] = [{ value: root, path: [] }]
  for (let seen = 0; ; seen++) {
    const entry = open.pop()
    if (entry === undefined) return null
    const { value, path } = entry
    const fault =
      seen + open.length > LIMITS.configValues
        ? TOO_LARGE
        : path.length > LIMITS.configDepth
          ? TOO_DEEP
          : own(value)
    if (fault) return { path: path.slice(0, 8), ...fault }
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        if (!isStorableText(key)) return { path, ...BAD_TEXT }
        open.push({ value: item, path: [...path, key] })
      }
    }
  }
}

function own(value: unknown): Omit<Unstorable, 'path'> | null {
  if (typeof value === 'string') {
    if (!isStorableText(value)) return BAD_TEXT
    return value.length > LIMITS.configText ? TOO_LARGE : null
  }
  if (typeof value === 'number') return Number.isFinite(value) ? null : NOT_JSON
  return typeof value === 'boolean' || typeof value === 'object' ? null : NOT_JSON
}

const TOO_LARGE = {
  code: 'too-large',
  text: { zh: '设置内容太多，请精简。', en: 'These settings are too large. Make them shorter.' },
}
const TOO_DEEP = {
  code: 'too-deep',
  text: {
    zh: `设置嵌套超过 ${LIMITS.configDepth} 层，请减少层数。`,
    en: `These settings nest deeper than ${LIMITS.configDepth} levels. Make them flatter.`,
  },
}
const BAD_TEXT = {
  code: 'bad-text',
  text: {
    zh: '文字里有不能保存的字符（NUL 或不完整的字符），请删去。',
    en: 'The text holds a character that cannot be stored (NUL or half a character). Remove it.',
  },
}
const NOT_JSON = {
  code: 'not-json',
  text: { zh: '这个值不是 JSON，请改写。', en: 'This value is not JSON. Change it.' },
}
