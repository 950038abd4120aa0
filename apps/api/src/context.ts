import type { Clock, Db } from '@millrace/database'
import type { Environment } from './environment.ts'
import type { TemporalCheck } from './rim/temporal-check.ts'

/** What routes work with; made once at the start. */
export interface ApiContext {
  readonly environment: Environment
  readonly db: Db
  readonly clock: Clock
  readonly temporal: TemporalCheck
}
