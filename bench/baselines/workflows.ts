import {
  condition,
  defineSignal,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow'

/** What the baselines' workers do; `block` is empty, `node` has the effects of one node. */
export interface BaselineActivities {
  block(run: string): Promise<void>
  node(run: string, node: string): Promise<void>
}

const { block } = proxyLocalActivities<BaselineActivities>({ startToCloseTimeout: '5s' })
const { node } = proxyActivities<BaselineActivities>({ startToCloseTimeout: '10s' })

const nudge = defineSignal('nudge')

/** The bare loop: an empty local activity, a wait that a signal may end, again; no database anywhere. */
export async function bareLoop(run: string, waits: readonly number[]): Promise<void> {
  let nudged = false
  setHandler(nudge, () => {
    nudged = true
  })
  for (const ms of waits) {
    await block(run)
    await condition(() => nudged, ms)
  }
  await block(run)
}

/** One activity per node, a timer per wait: how such a journey is usually written. */
export async function nodeByNode(run: string, steps: readonly (string | number)[]): Promise<void> {
  let nudged = false
  setHandler(nudge, () => {
    nudged = true
  })
  for (const step of steps) {
    if (typeof step === 'string') await node(run, step)
    else await condition(() => nudged, step)
  }
}
