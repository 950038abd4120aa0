import type { ControlProps } from '../control.ts'
import { OptionalCondition } from './optional-condition.tsx'

/** A config key that holds a condition. */
export function ConditionField({ path, value, onChange }: ControlProps) {
  return <OptionalCondition path={path} value={value} onChange={onChange} />
}
