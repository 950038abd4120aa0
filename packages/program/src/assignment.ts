import murmurhash from 'murmurhash'
import type { Arm } from './program.ts'

const BUCKETS = 10_000

/** Murmur3 of `seed:contact` (outside id) in one of 10,000 buckets, without modulo bias. */
export function bucketOf(seed: string, contact: string): number {
  return Math.floor((murmurhash.v3(`${seed}:${contact}`, 0) * BUCKETS) / 2 ** 32)
}

/** The arm that owns the contact's bucket; each owns the half-open share [cum, cum + weight / sum). */
export function assignArm(arms: readonly Arm[], seed: string, contact: string): { arm: Arm; bucket: number } {
  const bucket = bucketOf(seed, contact)
  const total = arms.reduce((sum, arm) => sum + arm.weight, 0)
  let upper = 0
  for (const arm of arms) {
    upper += arm.weight / total
    if (bucket / BUCKETS < upper) return { arm, bucket }
  }
  const last = arms.at(-1)
  if (last === undefined) throw new Error('A split has at least one arm.')
  return { arm: last, bucket }
}
