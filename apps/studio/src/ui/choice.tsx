import type { ReactNode } from 'react'
import './choice.css'

/** One of the things to choose from. */
export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly count?: ReactNode
}

interface Props<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onChange: (value: Value) => void
  /** `tabs` head a page, `segments` stand in one. */
  readonly look?: 'tabs' | 'segments'
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  look = 'segments',
}: Props<Value>) {
  return (
    <fieldset className={`choice ${look}`}>
      <legend className="hidden-label">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : <span className="count">{option.count}</span>}
        </button>
      ))}
    </fieldset>
  )
}
