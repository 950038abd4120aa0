import { part, request } from './http.ts'
import type { JsonObject, Page } from './page.ts'

/** One row of the contacts list. */
export interface ContactRow {
  readonly id: string
  readonly attributes: JsonObject
  readonly timeZone: string | null
  readonly tags: readonly string[]
  readonly points: number
  readonly createdAt: string
}

/** A coupon in a contact's hands. */
export interface CouponGrant {
  readonly id: string
  readonly coupon: string
  readonly name: string
  readonly grantedAt: string
  readonly expiresAt: string | null
}

/** A contact with what it holds; its enrolments are listed by their own route, which says more. */
export interface ContactDetail {
  readonly id: string
  readonly attributes: JsonObject
  readonly timeZone: string | null
  readonly tags: readonly string[]
  readonly points: number
  readonly tier: string | null
  readonly coupons: readonly CouponGrant[]
  readonly createdAt: string
}

/** Something that happened to a contact. */
export interface ContactEvent {
  readonly id: string
  readonly type: string
  readonly at: string
  readonly receivedAt: string
  readonly source: string
  readonly data: JsonObject
}

/** A line of the points ledger. */
export interface PointsEntry {
  readonly amount: number
  readonly balance: number
  readonly reason: string | null
  readonly at: string
}

/** What became of an import; `index` counts rows from 0, a CSV header not counted. */
export interface ImportResult {
  readonly accepted: number
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly detail: string }[]
  readonly rejectedCount: number
}

/** A contact as it is written. */
export interface ContactInput {
  readonly id: string
  readonly attributes?: JsonObject
  readonly timeZone?: string
  readonly tags?: readonly string[]
}

/** Routes of /api/contacts. */
export const contacts = {
  list: (query: { search?: string; limit?: number; cursor?: string }) =>
    request<Page<ContactRow>>('GET', '/contacts', { query }),
  find: (id: string) => request<ContactDetail>('GET', `/contacts/${part(id)}`),
  save: (contact: ContactInput) => request<ImportResult>('POST', '/contacts', { body: contact }),
  events: (id: string, query: { type?: string; limit?: number; cursor?: string } = {}) =>
    request<Page<ContactEvent>>('GET', `/contacts/${part(id)}/events`, { query }),
  points: (id: string) => request<{ items: readonly PointsEntry[] }>('GET', `/contacts/${part(id)}/points`),
  erase: (id: string) => request<unknown>('DELETE', `/contacts/${part(id)}`),
}
