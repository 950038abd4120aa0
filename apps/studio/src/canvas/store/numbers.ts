import type { NodeCounts } from './live-store.ts'

/** People who went on from a node, by any port. */
export function passed(counts: NodeCounts | undefined): number {
  return Object.values(counts?.left ?? {}).reduce((sum, count) => sum + count, 0)
}

/** Ribbon width in px for `count` of `entries`: 20 is everybody, nobody has none, anybody at least 2. */
export function ribbonWidth(count: number, entries: number): number {
  if (count <= 0 || entries <= 0) return 0
  return Math.max(2, Math.min(20, (20 * count) / entries))
}
