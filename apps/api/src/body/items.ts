import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { bytes } from './bytes.ts'
import { lines } from './lines.ts'
import { tooLarge } from './too-large.ts'
import { notUtf8, utf8 } from './utf8.ts'

/** Why an item cannot even be looked at. */
export type Broken = 'malformed' | 'not-utf-8' | 'too-large' | 'wrong-type'

/** One item of a body; `broken` is one that cannot even be parsed. */
export type Item = { readonly value: unknown } | { readonly broken: Broken }

/** An array may hold this many; streams have no such bound. */
const MOST_ITEMS = 10_000
const MOST_BYTES = 64 * 1024 * 1024
const MOST_LINE_BYTES = 256 * 1024

/** The items of a JSON object or array, or of a newline-delimited stream that is never held whole. */
export async function* items(c: Context): AsyncGenerator<Item> {
  const type = mediaType(c)
  if (type === 'application/x-ndjson') return yield* streamed(c)
  if (type !== 'application/json') throw new HTTPException(415)
  const value = await whole(c)
  if (!Array.isArray(value)) return yield { value }
  if (value.length > MOST_ITEMS) throw tooLarge(`${MOST_ITEMS} items`)
  for (const one of value) yield { value: one }
}

/** The media type of the body, lower-case and without parameters. */
export function mediaType(c: Context): string {
  return (c.req.header('content-type') ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? ''
}

async function* streamed(c: Context): AsyncGenerator<Item> {
  for await (const line of lines(bytes(c), MOST_LINE_BYTES)) {
    if ('tooLong' in line) yield { broken: 'too-large' }
    else if (line.text === null) yield { broken: 'not-utf-8' }
    else if (line.text.trim() !== '') yield parse(line.text)
  }
}

function parse(text: string): Item {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { broken: 'malformed' }
  }
}

async function whole(c: Context): Promise<unknown> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of bytes(c)) {
    size += part.length
    if (size > MOST_BYTES) throw tooLarge('64 MB')
    parts.push(part)
  }
  const text = utf8(Buffer.concat(parts))
  if (text === null) throw notUtf8()
  try {
    return JSON.parse(text)
  } catch {
    throw new HTTPException(400)
  }
}
