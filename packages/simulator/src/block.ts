import { finalDue, runBlock, type Standing, type Waiting, type Wake } from '@millrace/program'
import { MemoryHost } from './host.ts'
import type { Enrolment, World } from './world.ts'

/** Runs the block that is due, if any; while the journey is paused it only notes that there is one. */
export async function runEnrolment(world: World, enrolment: Enrolment): Promise<void> {
  if (enrolment.endedAt !== null || enrolment.stuck !== null) return
  const wake = enrolment.wake ?? whenDue(world, enrolment.waiting)
  if (wake === null) return
  if (world.paused) {
    enrolment.state = 'paused'
    return
  }
  const { turn, cursor } = enrolment
  const seq = wake.why === 'answered' ? wake.answer.seq : enrolment.seq
  const end = await runBlock(world.program, { turn, cursor, seq, wake }, new MemoryHost(world, enrolment))
  world.blocks += 1
  enrolment.turn = turn + 1
  enrolment.cursor = end.cursor
  enrolment.seq = end.seq
  enrolment.steps.push(...end.steps)
  enrolment.node = end.steps.at(-1)?.node ?? enrolment.node
  stand(world, enrolment, end.standing)
  if (enrolment.wake !== null) await runEnrolment(world, enrolment)
}

function whenDue({ now }: World, waiting: Waiting | null): Wake | null {
  return waiting !== null && finalDue(waiting.legs) <= now ? { why: 'due', waiting } : null
}

function stand(world: World, enrolment: Enrolment, standing: Standing): void {
  enrolment.state = standing.state
  enrolment.wake = null
  enrolment.waiting = null
  switch (standing.state) {
    case 'waiting': {
      const { waiting, answer } = standing
      if (answer !== undefined) enrolment.wake = { why: 'answered', waiting, answer }
      enrolment.waiting = waiting
      enrolment.node = waiting.legs[0]?.node ?? enrolment.node
      world.agenda.add({ at: finalDue(waiting.legs), enrolment, waiting })
      break
    }
    case 'completed':
      enrolment.endedAt = standing.at
      break
    case 'needs-attention':
      enrolment.stuck = standing
      enrolment.node = standing.reason.node
      break
    default:
      standing satisfies never
  }
}
