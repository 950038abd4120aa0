import { finalDue } from '@millrace/program'
import { runEnrolment } from './block.ts'
import type { Delivery, World } from './world.ts'

/** Has a message leave, or its outcome come, when its time is there; those of a paused journey stay. */
export async function moveDelivery(world: World, delivery: Delivery): Promise<void> {
  if (world.paused) {
    world.held.push(delivery)
    return
  }
  if (delivery.ending === null) {
    const fate = take(world, delivery)
    if (fate === null) return
    delivery.ending = fate.state
    if (fate.afterMs > 0) {
      delivery.notBefore = world.now + fate.afterMs
      world.agenda.add({ at: delivery.notBefore, delivery })
      return
    }
  }
  delivery.state = delivery.ending
  await tell(world, delivery, delivery.ending)
}

function take({ channels }: World, { key, enrolment, channel, title, text }: Delivery) {
  const provider = Object.hasOwn(channels, channel) ? channels[channel] : undefined
  const fate = provider?.({ key, contact: enrolment.contact.id, channel, title, text }) ?? null
  return fate && { state: fate.state, afterMs: fate.afterMs ?? 0 }
}

/** Answers the wait for this message's outcome; it moves no event cursor. */
async function tell(world: World, { id, enrolment }: Delivery, ending: string): Promise<void> {
  const { waiting, wake } = enrolment
  if (waiting?.awaits?.delivery !== id || wake !== null || world.now >= finalDue(waiting.legs)) return
  const port = ending === 'failed' || ending === 'blocked' ? 'failed' : 'next'
  enrolment.wake = { why: 'outcome', waiting, port, at: world.now }
  await runEnrolment(world, enrolment)
}
