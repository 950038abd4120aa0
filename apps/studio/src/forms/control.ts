import type { Json } from '@millrace/program'

/** What every control gets; `path` is dotted and inside the node's config, as diagnostics name it. */
export interface ControlProps {
  readonly id: string
  readonly path: string
  readonly value: Json | undefined
  readonly label: string
  readonly invalid: boolean
  /** Writes the value; undefined takes the key away. */
  onChange(value: Json | undefined): void
}

/** The value when it is text, else nothing. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The value as a JSON object; anything else is an empty one. */
export function bagOf(value: Json | undefined): { readonly [key: string]: Json } {
  // JSON that is no scalar and no list is an object.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {}
}

/** The value as a list of objects. */
export function bagsOf(value: Json | undefined): readonly { readonly [key: string]: Json }[] {
  return listOf(value).map(bagOf)
}

/** The value as a list; anything else is an empty one. */
export function listOf(value: Json | undefined): readonly Json[] {
  // `Array.isArray` does not narrow readonly lists.
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

/** `bag` with `key` set, or without it when `value` is undefined. */
export function withKey(
  bag: { readonly [key: string]: Json },
  key: string,
  value: Json | undefined,
): { readonly [key: string]: Json } {
  const { [key]: _old, ...rest } = bag
  return value === undefined ? rest : { ...bag, [key]: value }
}
