/** Whether two JSON values say the same; the order of an object's keys says nothing: databases change it. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) || Array.isArray(b)) return sameList(a, b)
  if (!isBag(a) || !isBag(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameJson(a[key], b[key]))
}

function sameList(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
  return a.every((item, index) => sameJson(item, b[index]))
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
