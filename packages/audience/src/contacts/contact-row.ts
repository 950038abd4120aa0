import type { Json } from '@millrace/program'

/** A contact as `parseContact` accepts it; what is absent stays as it is. */
export interface ContactRow {
  readonly id: string
  /** Given keys overwrite, null takes one away. */
  readonly attributes?: { readonly [name: string]: Json }
  /** IANA; null takes it away. */
  readonly timeZone?: string | null
  /** Replaces all tags. */
  readonly tags?: readonly string[]
}
