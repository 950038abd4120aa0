import type { Tx } from '@millrace/database'
import type { Program } from '@millrace/program'

const KEPT = 256
// Programs are immutable and named by their hash: what is here is never stale. The oldest use comes first.
const kept = new Map<string, Program>()

/** The programs of these hashes; those used of late come from memory. Throws where one is missing. */
export async function loadPrograms(tx: Tx, hashes: readonly string[]): Promise<Map<string, Program>> {
  const found = new Map<string, Program>()
  const missing = new Set<string>()
  for (const hash of hashes) {
    const program = kept.get(hash)
    if (program === undefined) missing.add(hash)
    else found.set(hash, keep(hash, program))
  }
  if (missing.size === 0) return found
  const rows = await tx
    .selectFrom('program')
    .selectAll()
    .where('hash', 'in', [...missing])
    .execute()
  // A program is checked before it is stored, and never changed after.
  for (const row of rows) found.set(row.hash, keep(row.hash, row.program as unknown as Program))
  const lost = [...missing].find((hash) => !found.has(hash))
  if (lost !== undefined) throw new Error(`There is no program ${lost}.`)
  return found
}

function keep(hash: string, program: Program): Program {
  kept.delete(hash)
  kept.set(hash, program)
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return program
}
