/** A sentence in both languages of the product. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** A moment: whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
