import type { Instant, WaitPlan, Wake } from '@millrace/program'
import type { BlockState, BlockWait } from './load-block.ts'

/** What is to be done now: run a block, stop for a pause, or nothing but what the workflow is told. */
export type Decision = { readonly run: Wake } | { readonly pause: true } | { readonly plan: WaitPlan }

/** Decides from the rows alone why an enrolment runs, whoever asked and however often. */
export function decide(state: BlockState, now: Instant): Decision {
  if (state.endedAt !== null) return { plan: { kind: 'done' } }
  if (state.state === 'needs-attention') return { plan: { kind: 'park' } }
  const wake = state.wait === null ? wakeWithoutWait(state) : wakeFromWait(state.wait, now)
  if ('delayMs' in wake) return { plan: { kind: 'wait', delayMs: wake.delayMs } }
  return state.journeyState === 'paused' ? { pause: true } : { run: wake }
}

function wakeWithoutWait({ id, turn, label, resume, enteredAt }: BlockState): Wake {
  if (label !== null && resume !== null) return { why: resume, label }
  if (turn === 0) return { why: 'enter', at: enteredAt.getTime() }
  throw new Error(`Enrolment ${id} is open, but nothing says how it goes on.`)
}

function wakeFromWait(wait: BlockWait, now: Instant): Wake | { readonly delayMs: number } {
  const { plan: waiting, answeredAt, answerSeq, answerLeg, answerPort } = wait
  if (answeredAt !== null) {
    const at = answeredAt.getTime()
    if (answerPort !== null) return { why: 'outcome', waiting, port: answerPort, at }
    if (answerSeq !== null && answerLeg !== null)
      return { why: 'answered', waiting, answer: { leg: answerLeg, seq: answerSeq, at } }
  }
  const delayMs = wait.due.getTime() - now
  return delayMs > 0 ? { delayMs } : { why: 'due', waiting }
}
