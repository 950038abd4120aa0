import type { JsonObject } from '../api/page.ts'

const TYPE = /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/

/** What is wrong with an event type, if anything. */
export function typeFault(type: string): 'wrong' | 'reserved' | null {
  if (!TYPE.test(type)) return 'wrong'
  return type.startsWith('millrace.') ? 'reserved' : null
}

/** Reads what somebody typed as an event's data; empty is no data. */
export function readData(
  text: string,
): { readonly data: JsonObject } | { readonly fault: string | 'no-object' } {
  if (text.trim() === '') return { data: {} }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: 'no-object' }
    // What JSON.parse yields is JSON.
    return { data: value as JsonObject }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}

/** An id that nothing else has; `crypto.randomUUID` is missing where the page is not served securely. */
export function newEventId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `studio-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
