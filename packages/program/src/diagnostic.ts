import type { Text } from './text.ts'

/** A user fault as data: what is wrong, where, and what to do, in both languages. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: string
  /** The node at fault; for an edge the node it leaves; absent when the whole journey is. */
  readonly node?: string
  /** Dotted path inside the node's `config`, e.g. `cases.0.when.rules.1.value`. */
  readonly field?: string
  readonly message: Text
}
