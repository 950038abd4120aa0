import type { Json } from '../text.ts'
import { Moment, type Value } from './passes.ts'

const TEXT = 200
const ITEMS = 20

/** The values that decisions saw, by field. */
export type Reads = { readonly [field: string]: Json }

/** Puts reads together; a field counted twice with different results keeps both, the second as `field #2`. */
export function joinReads(reads: Reads, more: Reads): Reads {
  const joined = new Map(Object.entries(reads))
  for (const [field, value] of Object.entries(more)) {
    let name = field
    for (let nth = 2; joined.has(name) && !same(joined.get(name), value); nth++) name = `${field} #${nth}`
    joined.set(name, value)
  }
  return Object.fromEntries(joined)
}

/** A value short enough for a trace: long texts and lists are cut, objects only hinted at, a missing one is null. */
export function brief(value: Value): Json {
  if (value === undefined || value instanceof Moment) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string') return value.length > TEXT ? `${cut(value)}…` : value
  if (typeof value !== 'object' || value === null) return value
  if (!isList(value)) return '{…}'
  const items = value.slice(0, ITEMS).map((item) => (isList(item) ? '[…]' : brief(item)))
  return value.length > ITEMS ? [...items, '…'] : items
}

function cut(text: string): string {
  // A pair of surrogates is never cut in two.
  const last = text.charCodeAt(TEXT - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? TEXT - 1 : TEXT)
}

function same(a: Json | undefined, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
