import { type RawBuilder, sql } from 'kysely'

/** The only clock of the system: an SQL expression, so that a statement can read it after it holds its locks. */
export interface Clock {
  now(): RawBuilder<Date>
}

/** PostgreSQL's own, in whole milliseconds. */
export const systemClock: Clock = { now: () => sql<Date>`date_trunc('milliseconds', clock_timestamp())` }

/** A clock that stands where it was last set; for tests and drills. */
export function drivenClock(start: number): Clock & { at: number } {
  return {
    at: start,
    now() {
      return sql<Date>`${new Date(this.at)}::timestamptz`
    },
  }
}
