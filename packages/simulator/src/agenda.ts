import type { Instant, Waiting } from '@millrace/program'
import type { Delivery, Enrolment } from './world.ts'

/** Something whose time comes: an open wait, or a message that is to leave or to have its outcome. */
export type Due =
  | { readonly at: Instant; readonly enrolment: Enrolment; readonly waiting: Waiting }
  | { readonly at: Instant; readonly delivery: Delivery }

/**
 * What is due next, as a heap. Of one moment waits come first, in the order in which their contacts entered, then
 * messages in the order in which they were written.
 */
export class Agenda {
  readonly #heap: Due[] = []

  get next(): Due | undefined {
    return this.#heap[0]
  }

  add(due: Due): void {
    let hole = this.#heap.push(due) - 1
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      const above = this.#heap[parent]
      if (above === undefined || !isBefore(due, above)) break
      this.#heap[hole] = above
      hole = parent
    }
    this.#heap[hole] = due
  }

  take(): Due | undefined {
    const [first] = this.#heap
    const last = this.#heap.pop()
    if (last !== undefined && this.#heap.length > 0) this.#sink(last)
    return first
  }

  #sink(due: Due): void {
    let hole = 0
    for (;;) {
      const [child, below] = this.#earlierChild(hole)
      if (below === undefined || !isBefore(below, due)) break
      this.#heap[hole] = below
      hole = child
    }
    this.#heap[hole] = due
  }

  #earlierChild(parent: number): readonly [number, Due | undefined] {
    const left = this.#heap[2 * parent + 1]
    const right = this.#heap[2 * parent + 2]
    const isRight = left !== undefined && right !== undefined && isBefore(right, left)
    return isRight ? [2 * parent + 2, right] : [2 * parent + 1, left]
  }
}

function isBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at
  const [waits, othersWait] = ['enrolment' in a, 'enrolment' in b]
  return waits === othersWait ? indexOf(a) < indexOf(b) : waits
}

function indexOf(due: Due): number {
  return 'enrolment' in due ? due.enrolment.index : due.delivery.index
}
