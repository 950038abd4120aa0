import type { Clock, Db } from '@millrace/database'

/** What readers of running journeys need: legs of an open wait pass by the clock, without a row being written. */
export interface Reading {
  readonly db: Db
  readonly clock: Clock
}

/** A page of a list, newest first; `next` is the cursor of the following page, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/** Whether PostgreSQL would take this text for an id of ours. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
