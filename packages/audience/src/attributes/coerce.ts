import type { AttributeTable } from '@millrace/database'
import type { Json } from '@millrace/program'
import { parseRfc3339 } from '../events/rfc3339.ts'

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i

/** A text from a file as a value of the declared type; undefined where it is none. */
export function coerce(text: string, type: AttributeTable['type']): Json | undefined {
  const trimmed = text.trim()
  switch (type) {
    case 'text':
      return text
    case 'number': {
      const value = NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN
      return Number.isFinite(value) ? value : undefined
    }
    case 'boolean':
      return BOOLEANS.get(trimmed.toLowerCase())
    case 'time': {
      const at = parseRfc3339(trimmed)
      return at === null ? undefined : new Date(at).toISOString()
    }
    case 'list':
      return trimmed === '' ? [] : trimmed.split(/\s*[|;；]\s*/)
    default:
      return type satisfies never
  }
}

const BOOLEANS = new Map([
  ['true', true],
  ['yes', true],
  ['是', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['否', false],
  ['0', false],
])
