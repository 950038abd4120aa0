import { Buffer } from 'node:buffer'
import { Fault } from './fault.ts'

/** What a part of a cursor may be, so that a forged one never reaches the database. */
export type CursorPart = 'uuid' | 'integer' | 'time'

const SHAPES: Record<CursorPart, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^-?\d{1,15}$/,
  time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
}

/** The place after which a page goes on, opaque to callers; parts are what the page is ordered by. */
export function encodeCursor(parts: readonly (string | number | Date)[]): string {
  const texts = parts.map((part) => (part instanceof Date ? part.toISOString() : String(part)))
  return Buffer.from(JSON.stringify(texts)).toString('base64url')
}

/** The parts that `encodeCursor` was given, as text; throws a `Fault` for anything else. */
export function decodeCursor<const Parts extends readonly CursorPart[]>(
  cursor: string,
  parts: Parts,
): { -readonly [Index in keyof Parts]: string } {
  const texts = parseTexts(cursor)
  const fits = texts.length === parts.length && parts.every((part, index) => isPart(part, texts[index] ?? ''))
  if (!fits) throw new Fault('invalid', 'cursor', { zh: '分页游标无效。', en: 'The cursor is not valid.' })
  // Just shown to have one text for each part.
  return texts as { -readonly [Index in keyof Parts]: string }
}

// A shape is not enough for a time: there is no 31 February.
function isPart(part: CursorPart, text: string): boolean {
  return SHAPES[part].test(text) && (part !== 'time' || isMoment(text))
}

function isMoment(text: string): boolean {
  const at = Date.parse(text)
  return Number.isFinite(at) && new Date(at).toISOString() === text
}

function parseTexts(cursor: string): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value.map(String) : []
  } catch {
    return []
  }
}
