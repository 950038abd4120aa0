import type { SendResult } from '@millrace/channels'
import type { DeliveryState } from '@millrace/database'

/** What is to be written of a message; `retryMs` from now, for one that goes back into the queue. */
export interface Settlement {
  readonly id: string
  readonly state: Exclude<DeliveryState, 'sending'>
  readonly receipt: { readonly receipt: string } | { readonly reason: string } | null
  readonly retryMs: number
}

const ATTEMPTS = 8
const FIRST_MS = 5_000
const LONGEST_MS = 900_000

/** What an attempt comes to: worth another one at a later time, or final. */
export function judge(result: SendResult, attempts: number): Omit<Settlement, 'id'> {
  const final = { retryMs: 0 }
  if (result.state === 'sent' || result.state === 'delivered') {
    const receipt = result.receipt === undefined ? null : { receipt: result.receipt }
    return { ...final, state: result.state, receipt }
  }
  const receipt = { reason: result.reason }
  if (result.state !== 'retry') return { ...final, state: result.state, receipt }
  if (attempts >= ATTEMPTS) return { ...final, state: 'failed', receipt }
  return { state: 'queued', receipt, retryMs: Math.max(result.afterMs ?? 0, backOff(attempts)) }
}

/** 5 s, 15 s, 45 s … up to a quarter of an hour: eight attempts take about three quarters of one. */
function backOff(attempts: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 3 ** Math.max(0, attempts - 1))
}
