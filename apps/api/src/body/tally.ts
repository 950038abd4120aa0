/** One refused item, with its first fault. */
export interface Rejected {
  readonly index: number
  readonly code: string
  readonly detail: string
}

const LISTED = 1000

/** Counts what a streamed body came to, and keeps the first refused items only. */
export class Tally {
  accepted = 0
  duplicates = 0
  rejectedCount = 0
  readonly rejected: Rejected[] = []

  reject(item: Rejected): void {
    this.rejectedCount++
    if (this.rejected.length < LISTED) this.rejected.push(item)
  }
}
