/** One wrong field of what was sent. */
export interface FieldProblem {
  readonly path: string
  readonly code: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** An API answer that is not a success; `status` is 0 when nothing answered at all. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors: readonly FieldProblem[]

  constructor(problem: { status: number; code: string; detail: string; errors?: readonly FieldProblem[] }) {
    super(problem.detail || problem.code)
    this.name = 'Problem'
    this.status = problem.status
    this.code = problem.code
    this.detail = problem.detail
    this.errors = problem.errors ?? []
  }
}

interface ProblemDocument {
  readonly code?: string
  readonly title?: string
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
}

/** Reads an RFC 9457 document; anything else that failed becomes a problem with its status alone. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status } = response
  try {
    // The API answers problem documents; the fields are all optional here, so a stranger's JSON does no harm.
    const body = (await response.json()) as ProblemDocument
    return new Problem({
      status,
      code: body.code ?? `http-${status}`,
      detail: body.detail ?? body.title ?? '',
      errors: body.errors ?? [],
    })
  } catch {
    return new Problem({ status, code: `http-${status}`, detail: '' })
  }
}
