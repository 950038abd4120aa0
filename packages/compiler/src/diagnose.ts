import type { Diagnostic } from '@millrace/program'

type Severity = Diagnostic['severity']

/** Where a fault is; `node` is left out for what concerns the whole journey. */
interface Place {
  readonly severity: Severity
  readonly code: string
  readonly node?: string
}

/** A diagnostic with its sentence in both languages, saying what to do. */
export function diagnose(place: Place, zh: string, en: string): Diagnostic {
  return { ...place, message: { zh, en } }
}
