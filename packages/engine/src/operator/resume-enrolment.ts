import { loadPrograms, queueNudge } from '@millrace/audience'
import { Fault } from '@millrace/database'
import { instructionAt } from '@millrace/program'
import type { Engine } from '../engine.ts'
import { type Held, holdEnrolment } from './lock-enrolment.ts'

/** Runs the step that needs attention again. Throws a Fault `not-stuck` for any other state. */
export async function retryEnrolment(engine: Engine, id: string): Promise<void> {
  await holdEnrolment(engine, id, async (held) => {
    assertStuck(held)
    await goOn(held, held.state.label === null ? null : 'retry')
  })
}

/** Leaves the step that needs attention without its effect. Throws a Fault `not-stuck` or `not-skippable`. */
export async function skipEnrolment(engine: Engine, id: string): Promise<void> {
  await holdEnrolment(engine, id, async (held) => {
    assertStuck(held)
    await assertSkippable(held)
    await goOn(held, 'skip')
  })
}

async function goOn({ tx, contact, state }: Held, resume: 'retry' | 'skip' | null): Promise<void> {
  await tx
    .updateTable('enrolment')
    .set({
      state: state.wait === null ? 'running' : 'waiting',
      resume,
      reason: null,
      failures: 0,
      updated_at: contact.now,
    })
    .where('id', '=', state.id)
    .execute()
  await queueNudge(tx, [state.id])
}

function assertStuck({ state }: Held): void {
  if (state.state === 'needs-attention') return
  const zh = '这位客户现在不需要处理，可能已有人处理过。'
  const en = 'This enrolment does not need attention; perhaps somebody has seen to it already.'
  throw new Fault('conflict', 'not-stuck', { zh, en })
}

async function assertSkippable({ tx, state: { label, programHash } }: Held): Promise<void> {
  if (label !== null) {
    const program = (await loadPrograms(tx, [programHash])).get(programHash)
    const op = program && instructionAt(program, label).op
    if (op === 'act' || op === 'wait') return
  }
  const zh = '这里没有可以跳过的步骤，请重试或移出。'
  const en = 'There is no single step to skip here. Retry it, or take the contact out.'
  throw new Fault('conflict', 'not-skippable', { zh, en })
}
