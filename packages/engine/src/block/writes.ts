/** What a block's effects have yet to write; it goes out with the block in one statement. */
export interface BlockWrites {
  /** All tags of the contact after the block; null while none has changed. */
  readonly tags: readonly string[] | null
  readonly deliveries: readonly HandedDelivery[]
}

/** A message that an effect has handed over. */
export interface HandedDelivery {
  readonly id: string
  readonly key: string
  readonly node: string
  readonly channel: string
  readonly title: string | null
  readonly text: string
}
