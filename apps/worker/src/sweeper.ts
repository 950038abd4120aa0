import { type Engine, sweep } from '@millrace/engine'
import { type Loop, startLoop } from './loop.ts'

/** Looks for what was missed, now and then: Temporal is the clock, this is the net. */
export function startSweeper(engine: Engine, everySeconds: number): Loop {
  return startLoop('sweeper', {
    everyMs: everySeconds * 1000,
    async work() {
      await sweep(engine)
      return false
    },
  })
}
