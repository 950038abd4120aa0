/** One wrong field; `path` is dotted from the root of what was sent. */
export interface FieldFault {
  readonly path: string
  readonly code: string
  readonly message: { readonly zh: string; readonly en: string }
}

/** A user fault that ends a call: the API answers it as a problem document, nothing was changed. */
export class Fault extends Error {
  readonly status: 'not-found' | 'stale' | 'invalid' | 'conflict'
  readonly code: string
  readonly text: { readonly zh: string; readonly en: string }
  readonly errors: readonly FieldFault[]

  constructor(
    status: Fault['status'],
    code: string,
    { zh, en, errors = [] }: { zh: string; en: string; errors?: readonly FieldFault[] },
  ) {
    super(en)
    this.name = 'Fault'
    this.status = status
    this.code = code
    this.text = { zh, en }
    this.errors = errors
  }
}
