import { request } from './http.ts'
import type { Json, Page } from './page.ts'

/** What became of a message. */
export type DeliveryState = 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'blocked'

/** A message on its way to a contact, or there. */
export interface Delivery {
  readonly id: string
  readonly key: string
  /** Null once the contact is erased. */
  readonly contact: string | null
  readonly enrolment: string
  readonly journey: string
  readonly node: string
  readonly channel: string
  readonly state: DeliveryState
  readonly title?: string | null
  readonly text: string | null
  readonly at: string
  /** The provider's receipt, or why it failed. */
  readonly receipt?: Json
}

/** Routes of /api/deliveries. */
export const deliveries = {
  list: (query: {
    channel?: string
    contact?: string
    journey?: string
    state?: DeliveryState
    limit?: number
    cursor?: string
  }) => request<Page<Delivery>>('GET', '/deliveries', { query }),
}
