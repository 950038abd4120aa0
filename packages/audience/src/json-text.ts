import type { Json, Text } from '@millrace/program'

/** A JSON object as callers may send it, with the text it is stored as. */
export interface JsonObject {
  readonly value: { readonly [key: string]: Json }
  readonly text: string
}

const MAX_BYTES = 32_768
const MAX_DEPTH = 64
// `stringify` escapes nothing else by `\u` that could not be stored: NUL and lone surrogates.
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/**
 * Checks an already parsed JSON object: at most 32 kB, 64 levels, finite numbers, text that can be stored.
 */
export function storableObject(value: unknown): JsonObject | { code: string; message: Text } {
  if (!isObject(value)) return { code: 'not-an-object', message: NOT_AN_OBJECT }
  const fault = valueFault(value, 1)
  if (fault !== null) return fault
  const text = JSON.stringify(value)
  if (text.length > MAX_BYTES || (text.length * 3 > MAX_BYTES && bytesOf(text) > MAX_BYTES))
    return { code: 'too-large', message: TOO_LARGE }
  if (text.includes('\\u') && UNSTORABLE.test(text)) return { code: 'invalid-text', message: INVALID_TEXT }
  // What JSON.parse made and `valueFault` has walked is JSON.
  return { value: value as JsonObject['value'], text }
}

/** Whether a parsed JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function valueFault(value: unknown, depth: number): { code: string; message: Text } | null {
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : { code: 'invalid-number', message: INVALID_NUMBER }
  if (typeof value !== 'object' || value === null) return null
  if (depth > MAX_DEPTH) return { code: 'too-deep', message: TOO_DEEP }
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    const fault = valueFault(inner, depth + 1)
    if (fault !== null) return fault
  }
  return null
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}

const NOT_AN_OBJECT = { zh: '必须是一个 JSON 对象。', en: 'Must be a JSON object.' }
const TOO_LARGE = { zh: 'JSON 超过 32 kB。', en: 'Is longer than 32 kB of JSON.' }
const TOO_DEEP = { zh: 'JSON 嵌套超过 64 层。', en: 'Is nested deeper than 64 levels.' }
const INVALID_NUMBER = { zh: '数字超出可表示的范围。', en: 'Holds a number that is out of range.' }
const INVALID_TEXT = {
  zh: '文本含有 NUL 或不成对的代理项，无法保存。',
  en: 'Holds a NUL or a lone surrogate, which cannot be stored.',
}
