import type { Json } from '../text.ts'

/** An object of JSON. */
export type Bag = { readonly [key: string]: Json }

const LONGEST = 1000

/** Whether a value is an object, not a list. */
export function isBag(value: Json | undefined): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a list. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** Whether a text can be stored and is of a sane length: no NUL, no half of a surrogate pair. */
export function isSound(text: string): boolean {
  return text.length <= LONGEST && !text.includes('\0') && text.isWellFormed()
}
