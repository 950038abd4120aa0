/** What a value reads as in a message: nothing for what is missing, JSON for an object. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(show).join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A value as a number; what is none counts as 0. */
export function toNumber(value: unknown): number {
  const number = typeof value === 'number' ? value : typeof value === 'string' ? Number(value.trim()) : 0
  return Number.isFinite(number) ? number : 0
}
