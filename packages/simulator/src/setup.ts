import type { Instant, Json, Program } from '@millrace/program'

/** What a simulation starts from. */
export interface Setup {
  readonly program: Program
  /** Arms are drawn as this journey draws them. */
  readonly journeyId: string
  readonly contacts: readonly PersonSetup[]
  readonly coupons?: readonly CouponSetup[]
  readonly start: Instant
  /** What becomes of messages, by channel; one for any other channel stays queued. */
  readonly channels: Readonly<Record<string, Provider>>
}

/** A contact; on one that is known already only what is given changes, and null takes an attribute away. */
export interface ContactSetup {
  readonly id: string
  readonly attributes?: { readonly [name: string]: Json }
  readonly timeZone?: string | null
  readonly tags?: readonly string[]
}

/** A kind of coupon; without `stock` it never runs out, `validFor` is an ISO 8601 duration. */
export interface CouponSetup {
  readonly id: string
  readonly stock?: number | null
  readonly validFor?: string | null
}

/** A contact that may have a past, which answers no wait and enters nobody. */
export interface PersonSetup extends ContactSetup {
  readonly points?: number
  readonly history?: readonly { readonly type: string; readonly at: Instant; readonly data?: Data }[]
}

/** Something that happens to a contact; an `id` that has come before makes it a duplicate, which does nothing. */
export interface IncomingEvent {
  readonly contact: string
  readonly type: string
  /** When its source says it was; absent: now. */
  readonly at?: Instant
  readonly data?: Data
  readonly id?: string
}

/** The data of an event. */
export type Data = { readonly [key: string]: Json }

/** A message as its channel gets it; `key` is `enrolment/turn/step`. */
export interface OutgoingMessage {
  readonly key: string
  readonly contact: string
  readonly channel: string
  readonly title: string | null
  readonly text: string
}

/** What becomes of a message and how long after it was taken; null where nothing is ever heard of it. */
export type Provider = (
  message: OutgoingMessage,
) => { readonly state: Outcome; readonly afterMs?: number } | null

/** How a message ends. */
export type Outcome = 'sent' | 'delivered' | 'failed' | 'unknown' | 'blocked'

/** A channel that delivers everything at once, as the built-in inbox does. */
export const delivered: Provider = () => ({ state: 'delivered' })
