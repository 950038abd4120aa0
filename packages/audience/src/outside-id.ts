const PLAIN = /^[\x20-\x7e]{1,128}$/
const CONTROL = /\p{Cc}/u

/** An id given by others, in NFC; null unless it is text of 1–128 characters without control characters. */
export function outsideId(value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (PLAIN.test(value)) return value
  if (value.length > 1024 || !value.isWellFormed() || CONTROL.test(value)) return null
  const id = value.normalize('NFC')
  const characters = [...id].length
  return characters >= 1 && characters <= 128 ? id : null
}
