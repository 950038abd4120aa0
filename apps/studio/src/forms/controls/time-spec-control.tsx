import { bagOf, type ControlProps, withKey } from '../control.ts'
import { TimeControl } from './time-control.tsx'

/** A time on its own, e.g. `{time, weekdays?}`; beside a `for` the form edits both with `TimeControl`. */
export function TimeSpecControl({ id, value, onChange }: ControlProps) {
  return (
    <TimeControl
      id={id}
      config={withKey({}, 'until', bagOf(value))}
      onChange={({ until }) => onChange(until)}
    />
  )
}
