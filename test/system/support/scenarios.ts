import type { WaitPlan } from '@millrace/program'
import type { TemporalCalls } from '../../../apps/worker/src/relay/temporal-calls.ts'

/** What one block of a scenario comes to; `fails` throws, `nudged` has the nudge arrive while the block runs. */
export type Turn = WaitPlan | 'fails' | { readonly nudged: WaitPlan }

/** A way a workflow may go. After the blocks of `turns` the enrolment is done. */
export interface Scenario {
  readonly turns: readonly Turn[]
  /** What happens from outside, after the first block has run. */
  readonly meanwhile?: (outside: Outside) => Promise<void>
}

/** What a scenario may do from outside. */
export interface Outside {
  nudge: () => ReturnType<TemporalCalls['nudge']>
  /** Resolves when so many blocks have run, attempts that failed included. */
  ran(blocks: number): Promise<void>
  /** Runs something while no worker is there. */
  withoutWorker(work: () => Promise<void>): Promise<void>
  sleep(ms: number): Promise<void>
}

const wait = (delayMs: number): WaitPlan => ({ kind: 'wait', delayMs })
const PARK: WaitPlan = { kind: 'park' }

/** Every way in which a workflow of ours waits and goes on. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'done-at-once': { turns: [] },
  timer: { turns: [wait(300), wait(200)] },
  nudge: { turns: [wait(3_600_000)], meanwhile: async ({ nudge }) => void (await nudge()) },
  'timer-and-nudge-at-once': {
    turns: [wait(500), wait(100)],
    meanwhile: ({ nudge, withoutWorker, sleep }) =>
      withoutWorker(async () => {
        await sleep(1000)
        await nudge()
      }),
  },
  'nudge-during-block': { turns: [{ nudged: wait(500) }, wait(200)] },
  // Temporal refuses to close a workflow that has an unread signal: the block runs once more.
  'nudge-during-last-block': { turns: [{ nudged: { kind: 'done' } }] },
  'park-and-resume': { turns: [PARK, wait(100)], meanwhile: async ({ nudge }) => void (await nudge()) },
  'failed-then-timer': { turns: ['fails', 'fails', 'fails'] },
  'failed-then-nudge': {
    turns: ['fails', 'fails', 'fails'],
    async meanwhile({ nudge, ran, sleep }) {
      await ran(3)
      await sleep(300)
      await nudge()
    },
  },
  'continued-as-new': { turns: Array.from({ length: 80 }, () => ({ nudged: wait(60_000) })) },
}
