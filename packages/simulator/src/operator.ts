import { exitSteps, instructionAt, type Refusal } from '@millrace/program'
import { runEnrolment } from './block.ts'
import { enrol } from './ingest.ts'
import { stoppedAt } from './view.ts'
import type { Enrolment, World } from './world.ts'

/** Why an operator's action did nothing. */
export type Refused = 'no-enrolment' | 'ended' | 'not-stuck' | 'not-skippable'

/** Who has not entered by hand, and why. */
export interface Skipped {
  readonly contact: string
  readonly reason: Refusal | 'unknown-contact'
}

/** Enters contacts by hand, now and without an event, whatever the journey's entry says. */
export async function enterByHand(world: World, ids: readonly string[]): Promise<Skipped[]> {
  const wanted = new Set(ids)
  const unknown = [...wanted].filter((id) => !world.contacts.has(id))
  const skipped: Skipped[] = unknown.map((contact) => ({ contact, reason: 'unknown-contact' }))
  const entered: Enrolment[] = []
  for (const contact of world.contacts.values()) {
    if (!wanted.has(contact.id)) continue
    const cursor = { seq: contact.events.length, at: world.now }
    const one = enrol(world, { contact, cursor, seq: null })
    if (typeof one === 'string') skipped.push({ contact: contact.id, reason: one })
    else entered.push(one)
  }
  for (const one of entered) await runEnrolment(world, one)
  return skipped
}

/** Lets the journey act again; what was answered or due meanwhile goes on, queued messages leave when time goes on. */
export async function resume(world: World): Promise<void> {
  if (!world.paused) return
  world.paused = false
  for (const one of world.enrolments.filter(({ state }) => state === 'paused')) await runEnrolment(world, one)
  for (const delivery of world.held.splice(0)) world.agenda.add({ at: delivery.notBefore, delivery })
}

/** Runs the step that needs attention again, or leaves it without its effect. */
export async function goOn(
  world: World,
  enrolment: Enrolment | undefined,
  how: 'retry' | 'skip',
): Promise<Refused | null> {
  if (enrolment === undefined) return 'no-enrolment'
  if (enrolment.stuck === null) return 'not-stuck'
  const { label } = enrolment.stuck
  const { op } = instructionAt(world.program, label)
  if (how === 'skip' && op !== 'act' && op !== 'wait') return 'not-skippable'
  enrolment.stuck = null
  enrolment.state = 'running'
  enrolment.wake = { why: how, label }
  await runEnrolment(world, enrolment)
  return null
}

/** Takes a contact out of the journey where it stands. */
export function takeOut(world: World, enrolment: Enrolment | undefined): Refused | null {
  if (enrolment === undefined) return 'no-enrolment'
  if (enrolment.endedAt !== null) return 'ended'
  const { turn, stuck, waiting, wake } = enrolment
  const { now, program } = world
  const resumed = wake !== null && 'label' in wake ? wake.label : null
  const steps = exitSteps(program, {
    turn,
    label: stuck?.label ?? resumed,
    legs: waiting?.legs ?? [],
    until: stoppedAt(enrolment, now),
    now,
  })
  enrolment.steps.push(...steps)
  enrolment.node = steps.at(-1)?.node ?? null
  enrolment.turn = turn + 1
  enrolment.state = 'exited'
  enrolment.endedAt = now
  enrolment.waiting = null
  enrolment.wake = null
  enrolment.stuck = null
  return null
}
