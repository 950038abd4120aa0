import { setTimeout as sleep } from 'node:timers/promises'
import { describeError } from './describe-error.ts'
import { log } from './log.ts'

/** Something the worker does again and again. */
export interface Loop {
  /** Has it look at once, or once more if it is looking. */
  wake(): void
  /** Ends it once what it is doing is done. */
  stop(): Promise<void>
}

/**
 * Runs `work` until stopped: at once while it answers that there may be more, else when woken or after `everyMs`.
 * While it throws, it is tried again after a growing pause; an outage is one line in the log, its end another.
 */
export function startLoop(
  name: string,
  { everyMs, work }: { everyMs: number; work: () => Promise<boolean> },
): Loop {
  const stopped = new AbortController()
  let failures = 0
  let woken = true
  let rouse = () => {}

  async function pause(ms: number): Promise<void> {
    const roused = new Promise<void>((resolve) => {
      rouse = resolve
    })
    const over = new AbortController()
    const signal = AbortSignal.any([stopped.signal, over.signal])
    await Promise.race([roused, sleep(ms, undefined, { signal }).catch(() => {})])
    over.abort()
  }

  async function turn(): Promise<void> {
    woken = false
    try {
      if (await work()) woken = true
      if (failures > 0) log(`${name}: works again`)
      failures = 0
    } catch (error) {
      if (failures++ === 0) log(`${name}: cannot work, keeps trying: ${describeError(error)}`)
      await sleep(Math.min(100 * 2 ** failures, 2000), undefined, { signal: stopped.signal }).catch(() => {})
      return
    }
    if (!woken) await pause(everyMs)
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) await turn()
  }

  const running = run()
  return {
    wake() {
      woken = true
      rouse()
    },
    stop() {
      stopped.abort()
      return running
    },
  }
}
