import { request } from './http.ts'
import type { Page } from './page.ts'

/** What became of a message; `sending` is shown as queued. */
export type DeliveryState = 'queued' | 'sending' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'blocked'

/** A message on its way to a contact, or there. */
export interface Delivery {
  readonly id: string
  readonly key: string
  readonly contact: string
  readonly journey?: string
  readonly node: string
  readonly channel: string
  readonly state: DeliveryState
  readonly title?: string | null
  readonly text: string | null
  readonly at: string
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
