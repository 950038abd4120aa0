import type { Text } from './page.ts'

/** One wrong field of what was sent. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly message: Text
}

interface ProblemParts {
  readonly status: number
  readonly code: string
  readonly text?: Text | undefined
  readonly errors?: readonly FieldProblem[] | undefined
}

/** An API answer that is not a success; `status` is 0 when nothing answered at all. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** The whole fault in both languages; absent where something other than the API answered. */
  readonly text: Text | undefined
  readonly errors: readonly FieldProblem[]

  constructor(problem: ProblemParts) {
    super(problem.text?.en ?? problem.code)
    this.name = 'Problem'
    this.status = problem.status
    this.code = problem.code
    this.text = problem.text
    this.errors = problem.errors ?? []
  }
}

interface ProblemDocument {
  readonly code?: string
  readonly message?: Text
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
}

/** Reads an RFC 9457 document; anything else that failed becomes a problem with its status alone. */
export function problemOf(status: number, body: string): Problem {
  try {
    // The API answers problem documents; all fields are optional here, so a stranger's JSON does no harm.
    const { code = `http-${status}`, message, detail, errors } = JSON.parse(body) as ProblemDocument
    const text = message ?? (detail ? { zh: detail, en: detail } : undefined)
    return new Problem({ status, code, text, errors })
  } catch {
    return new Problem({ status, code: `http-${status}` })
  }
}
