import { setTimeout as sleep } from 'node:timers/promises'
import type { Channel } from '@millrace/channels'
import { type Engine, takeDeliveries } from '@millrace/engine'
import { type Loop, startLoop } from './loop.ts'

const POLL_MS = 1000

/** Sends what is queued for a channel, batch by batch, no faster than the channel allows. */
export function startSender(engine: Engine, channel: Channel): Loop {
  const { id, batch, perSecond } = channel
  return startLoop(`sender ${id}`, {
    everyMs: POLL_MS,
    async work() {
      const started = performance.now()
      const taken = await takeDeliveries(engine, channel)
      const least = perSecond === null ? 0 : (taken / perSecond) * 1000
      await sleep(Math.max(0, least - (performance.now() - started)))
      return taken === batch
    },
  })
}
