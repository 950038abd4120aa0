import type { Engine } from '@millrace/engine'
import { quietLog } from './log.ts'

/** Where the engine's warnings go. */
export function engineLog(): NonNullable<Engine['log']> {
  const warn = quietLog()
  return ({ level, what, enrolment, cause }) =>
    warn([`${level}: ${what}`, enrolment, cause].filter((part) => part !== undefined).join(', '))
}
