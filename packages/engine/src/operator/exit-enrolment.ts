import { insertSteps } from '@millrace/analytics'
import { loadPrograms, queueNudge } from '@millrace/audience'
import { Fault } from '@millrace/database'
import {
  currentLeg,
  duePort,
  instructionAt,
  type Leg,
  type Place,
  type Program,
  type Step,
} from '@millrace/program'
import { sql } from 'kysely'
import type { BlockState } from '../block/load-block.ts'
import type { Engine } from '../engine.ts'
import { holdEnrolment } from './lock-enrolment.ts'

/** Takes a contact out of a journey where it stands. Throws a Fault `ended` when it is out already. */
export async function exitEnrolment(engine: Engine, id: string): Promise<void> {
  await holdEnrolment(engine, id, async ({ tx, contact, state }) => {
    if (state.endedAt !== null) throw ended()
    const program = (await loadPrograms(tx, [state.programHash])).get(state.programHash)
    if (program === undefined) throw new Error(`There is no program ${state.programHash}.`)
    const steps = lastSteps(program, state, contact.now)
    await sql`
      with traced as (${insertSteps({ enrolment: id, journey: state.journeyId, version: state.version, steps })}),
      stamped as (update contact set last_at = ${contact.now} where id = ${contact.id}::uuid),
      unwaited as (delete from wait where enrolment_id = ${id}::uuid)
      update enrolment set state = 'exited', turn = turn + 1, label = null, resume = null, reason = null,
        node = ${steps.at(-1)?.node ?? null}, ended_at = ${contact.now}, updated_at = ${contact.now}
      where id = ${id}::uuid`.execute(tx)
    await queueNudge(tx, [id])
  })
}

/** The legs that had passed, as the next block would have written them, and the node the contact was taken out of. */
function lastSteps(program: Program, state: BlockState, now: Date): Step[] {
  const { wait, turn } = state
  const legs = wait?.plan.legs ?? []
  const until = wait?.answeredAt ?? now
  const passed = legs.slice(0, legs.length === 0 ? 0 : currentLeg(legs, until.getTime()))
  const place = legs[passed.length] ?? standsAt(program, state)
  const left = passed.map((leg: Leg) => ({ node: leg.node, kind: leg.kind, at: leg.due, port: duePort(leg) }))
  const out = { node: place.node, kind: place.kind, at: now.getTime(), port: null, output: { exited: true } }
  return [...left, out].map((step, index) => ({ ...step, turn, step: index }))
}

function standsAt(program: Program, { label }: BlockState): Place {
  if (label === null) return program.entry
  const instruction = instructionAt(program, label)
  if (!('legs' in instruction)) return instruction
  return instruction.legs[0] ?? program.entry
}

function ended(): Fault {
  const zh = '这位客户已经离开旅程。'
  return new Fault('conflict', 'ended', { zh, en: 'This contact has left the journey already.' })
}
