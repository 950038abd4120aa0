import { show, toNumber } from './show.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

function truncate(value: unknown, length: unknown = 50, ending: unknown = '…'): string {
  const text = show(value)
  const kept = Math.max(0, toNumber(length))
  const letters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  if (letters.length <= kept) return text
  const tail = Array.from(graphemes.segment(show(ending)), ({ segment }) => segment).slice(0, kept)
  return [...letters.slice(0, kept - tail.length), ...tail].join('')
}

function capitalize(value: unknown): string {
  const text = show(value)
  return text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase()
}

/** Filters on text; lengths count what a reader sees as one character, so that no emoji is cut in half. */
export const textFilters = {
  upcase: (value: unknown) => show(value).toUpperCase(),
  downcase: (value: unknown) => show(value).toLowerCase(),
  capitalize,
  strip: (value: unknown) => show(value).trim(),
  append: (value: unknown, tail: unknown) => show(value) + show(tail),
  prepend: (value: unknown, head: unknown) => show(head) + show(value),
  truncate,
  escape: (value: unknown) => show(value).replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark),
}
