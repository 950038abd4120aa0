import type { Instant, Json } from '@millrace/program'

/** An event as `parseEvent` accepts it: ids in NFC, `at` null where its source gave none. */
export interface IncomingEvent {
  readonly id: string
  readonly contact: string
  readonly type: string
  readonly at: Instant | null
  readonly data: { readonly [key: string]: Json }
  /** `data` as the text it is stored as, so that it is written once. */
  readonly dataText: string
  readonly source: string
}

/** How many were new and how many were there already; both are committed. */
export interface Receipt {
  readonly accepted: number
  readonly duplicates: number
}
