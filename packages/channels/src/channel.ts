/** A way messages leave the house. Every implementation passes test/contracts/channel.ts. */
export interface Channel {
  readonly id: string
  /** The contact attribute that holds the address; `null` where the contact itself is the address. */
  readonly address: string | null
  /** Whether a message that is sent again under its key still arrives once. */
  readonly idempotent: boolean
  /** How many messages one `send` takes, and how many may leave in a second (`null`: no limit). */
  readonly batch: number
  readonly perSecond: number | null
  /** Hands messages to the provider and never rejects: one result per message, in their order. */
  send(messages: readonly OutgoingMessage[]): Promise<readonly SendResult[]>
  /** Lets go of connections; sends under way are finished. */
  close(): void
}

/** A message on its way; `key` is the idempotency key, `address` what the contact's attribute holds, if anything. */
export interface OutgoingMessage {
  readonly key: string
  readonly address: unknown
  readonly title: string | null
  readonly text: string
}

/** What came of a message. `reason` names no address and quotes no text: it is shown and may be logged. */
export type SendResult =
  /** The provider has it. */
  | { readonly state: 'sent'; readonly receipt?: string }
  /** The contact has it. */
  | { readonly state: 'delivered'; readonly receipt?: string }
  /** Refused for good. */
  | { readonly state: 'failed'; readonly reason: string }
  /** Perhaps the provider has it, perhaps not, and asking is not possible: never sent again by itself. */
  | { readonly state: 'unknown'; readonly reason: string }
  /** Certainly not sent; worth another attempt, after `afterMs` if the provider said when. */
  | { readonly state: 'retry'; readonly reason: string; readonly afterMs?: number }
