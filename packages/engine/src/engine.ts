import type { Clock, Db } from '@millrace/database'

/** What every function of the engine works with; `log` takes ids and causes only, never what a contact owns. */
export interface Engine {
  readonly db: Db
  readonly clock: Clock
  readonly log?: (line: LogLine) => void
}

/** Something that operators of the installation should see. */
export interface LogLine {
  readonly level: 'warning' | 'error'
  readonly what: string
  readonly enrolment?: string
  readonly cause?: string
}
