/** One page of a list; `next` is the cursor of the following one. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** A JSON value as the API takes and gives it. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json }

/** Whether a JSON value is an object. */
export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text in both languages that comes as data. */
export interface Text {
  readonly zh: string
  readonly en: string
}
