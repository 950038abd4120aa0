import type { Json } from '@millrace/program'

/**
 * Everything an effect may talk to, already bound to one contact, one enrolment and one step: calling a service a
 * second time with the same step changes nothing. The engine's set lives in the block's transaction, the simulator's
 * in memory; one contract suite runs over both.
 */
export interface Services {
  readonly coupons: Coupons
  readonly points: Points
  readonly tags: Tags
  readonly deliveries: Deliveries
  readonly text: Text
}

/** Gives the contact one coupon of a kind; `unavailable` when there is no such kind or none is left. */
export interface Coupons {
  grant(
    coupon: string,
  ): Promise<
    | { readonly granted: true; readonly grant: string }
    | { readonly granted: false; readonly why: 'unknown' | 'sold-out' }
  >
}

/** Adds to the contact's ledger; `balance` is the sum after it. */
export interface Points {
  award(points: number, reason: string | null): Promise<{ readonly balance: number }>
}

/** Adds and removes the contact's tags; answers what really changed. */
export interface Tags {
  change(change: {
    readonly add: readonly string[]
    readonly remove: readonly string[]
  }): Promise<{ readonly added: readonly string[]; readonly removed: readonly string[] }>
}

/** Hands a message to its channel; it leaves after the block has committed. Answers the delivery's id. */
export interface Deliveries {
  hand(message: {
    readonly channel: string
    readonly title: string | null
    readonly text: string
  }): Promise<{ readonly delivery: string }>
}

/** Renders Liquid on the enrolment's contact, event, clock and zone. */
export interface Text {
  render(template: string): Promise<{ readonly text: string } | { readonly fault: string }>
}

/** A JSON object, as an effect's output is shown in the trace. */
export type Shown = { readonly [key: string]: Json }
