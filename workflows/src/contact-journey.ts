import { NUDGE, type WaitPlan } from '@millrace/program/plan'
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineSignal,
  isCancellation,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'

/** What the worker does for a workflow; the block reads from PostgreSQL why it runs, and is safe to repeat. */
export interface Activities {
  runBlock(enrolment: string): Promise<WaitPlan>
}

// All attempts together end before the workflow task would have to be kept alive by heartbeats.
const { runBlock } = proxyLocalActivities<Activities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '7s',
  localRetryThreshold: '5s',
  retry: { maximumAttempts: 3, initialInterval: '100ms', maximumInterval: '1s' },
})

/** Looks into PostgreSQL again; it carries nothing, so one too many does no harm. */
export const nudge = defineSignal(NUDGE)

/** Carries one enrolment through its journey: run a block, wait as it says, again until it is done. */
export async function contactJourney(enrolment: string): Promise<void> {
  let nudged = false
  let failures = 0
  setHandler(nudge, () => {
    nudged = true
  })

  for (;;) {
    await startOverWhenLong(enrolment)
    nudged = false
    const plan = await runBlock(enrolment).then(asItSays, lookAgainLater)
    if (plan.kind === 'done') return
    if (plan.kind === 'park') await condition(() => nudged)
    else await condition(() => nudged, Math.max(1, plan.delayMs))
  }

  function asItSays(plan: WaitPlan): WaitPlan {
    failures = 0
    return plan
  }

  /** A block that fails is tried again for as long as it takes: no enrolment is ever given up here. */
  function lookAgainLater(error: unknown): WaitPlan {
    if (isCancellation(error)) throw error
    return { kind: 'wait', delayMs: Math.min(10_000 * 2 ** failures++, 300_000) }
  }
}

async function startOverWhenLong(enrolment: string): Promise<void> {
  const { continueAsNewSuggested, historyLength } = workflowInfo()
  if (!continueAsNewSuggested && historyLength <= 500) return
  await condition(allHandlersFinished)
  await continueAsNew<typeof contactJourney>(enrolment)
}
