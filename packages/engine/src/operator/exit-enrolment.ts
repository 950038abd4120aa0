import { insertSteps } from '@millrace/analytics'
import { loadPrograms, queueNudge } from '@millrace/audience'
import { Fault } from '@millrace/database'
import { exitSteps } from '@millrace/program'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import { holdEnrolment } from './lock-enrolment.ts'

/** Takes a contact out of a journey where it stands. Throws a Fault `ended` when it is out already. */
export async function exitEnrolment(engine: Engine, id: string): Promise<void> {
  await holdEnrolment(engine, id, async ({ tx, contact, state }) => {
    if (state.endedAt !== null) throw ended()
    const program = (await loadPrograms(tx, [state.programHash])).get(state.programHash)
    if (program === undefined) throw new Error(`There is no program ${state.programHash}.`)
    const { turn, label, wait } = state
    const steps = exitSteps(program, {
      turn,
      label,
      legs: wait?.plan.legs ?? [],
      until: (wait?.answeredAt ?? contact.now).getTime(),
      now: contact.now.getTime(),
    })
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

function ended(): Fault {
  const zh = '这位客户已经离开旅程。'
  return new Fault('conflict', 'ended', { zh, en: 'This contact has left the journey already.' })
}
