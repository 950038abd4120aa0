import type { ReactNode } from 'react'
import { FaultLines, useFaults } from './faults.tsx'

/** A label above, a hint at its right, faults below. `group` labels several controls at once. */
export function FieldFrame(props: {
  id: string
  path: string
  label: string
  hint?: ReactNode
  /** Whether faults below `path` show here or at controls inside. */
  deep?: boolean
  group?: boolean
  children: ReactNode
}) {
  const { id, path, label, hint, deep = true, group = false, children } = props
  const faults = useFaults(path, deep)
  const head = (
    <>
      <span>{label}</span>
      {hint !== undefined && <span className="form-hint">{hint}</span>}
    </>
  )
  if (group) {
    return (
      <fieldset className="form-field" data-field={path}>
        <legend className="form-label">{head}</legend>
        {children}
        <FaultLines faults={faults} id={`${id}-faults`} />
      </fieldset>
    )
  }
  return (
    <div className="form-field" data-field={path}>
      <label className="form-label" htmlFor={id}>
        {head}
      </label>
      {children}
      <FaultLines faults={faults} id={`${id}-faults`} />
    </div>
  )
}
