import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Program } from './program.ts'

/** SHA-256, in hex, of the program's canonical JSON: the order of keys does not matter. */
export function hashProgram(program: Program): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(program))))
}

/** JSON with the keys of every object in code-unit order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )
}
