import { request } from './http.ts'
import type { JsonObject } from './page.ts'

/** An event as it is sent. */
export interface EventInput {
  readonly id: string
  readonly contact: string
  readonly type: string
  readonly data?: JsonObject
  readonly source?: string
}

/** What became of the events. */
export interface IngestResult {
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly detail: string }[]
}

/** Routes of /api/events. */
export const events = {
  send: (event: EventInput) => request<IngestResult>('POST', '/events', { body: event }),
}
