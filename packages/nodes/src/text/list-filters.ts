import { show } from './show.ts'

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true
  return Array.isArray(value) && value.length === 0
}

/** Filters on lists, and `default`. */
export const listFilters = {
  default: (value: unknown, otherwise: unknown) => (isEmpty(value) ? otherwise : value),
  size: (value: unknown) => (Array.isArray(value) ? value.length : [...show(value)].length),
  first: (value: unknown) => list(value)[0],
  last: (value: unknown) => list(value).at(-1),
  join: (value: unknown, between: unknown = ', ') => list(value).map(show).join(show(between)),
  map: (value: unknown, name: unknown) => list(value).map((item) => property(item, show(name))),
}
