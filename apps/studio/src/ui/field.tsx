import { type ReactNode, useId } from 'react'
import './field.css'

/** What the control must carry to belong to its label and its error. */
export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: boolean
  readonly status?: 'error'
}

interface Props {
  readonly label: string
  /** Limit or unit, right of the label. */
  readonly hint?: ReactNode
  readonly help?: string
  /** What to write instead; shown under the field. */
  readonly error?: string | undefined
  readonly children: (ids: FieldIds) => ReactNode
}

/** Label above, error below. */
export function Field({ label, hint, help, error, children }: Props) {
  const id = useId()
  const note = `${id}-note`
  const described = error || help ? { 'aria-describedby': note } : {}
  const invalid = error ? { 'aria-invalid': true, status: 'error' as const } : {}
  return (
    <div className="field">
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {hint ? <span>{hint}</span> : null}
      </div>
      {children({ id, ...described, ...invalid })}
      {error || help ? (
        <div id={note} className={error ? 'field-error' : 'field-help'}>
          {error || help}
        </div>
      ) : null}
    </div>
  )
}
