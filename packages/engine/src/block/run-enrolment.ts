import { loadPrograms } from '@millrace/audience'
import type { Tx } from '@millrace/database'
import { runBlock, type WaitPlan } from '@millrace/program'
import type { Engine } from '../engine.ts'
import { BlockHost } from './block-host.ts'
import { countFailure, parkUnderRepeatedFailure } from './failure.ts'
import { loadBlock } from './load-block.ts'
import { lockBlock } from './lock-block.ts'
import { pauseEnrolment, saveBlock } from './save-block.ts'
import { isTransient } from './transient.ts'
import { decide } from './wake.ts'

/**
 * Runs the block that is due, if any, in one transaction and answers what the workflow shall wait for. May be called
 * any number of times by anyone: what happens is what PostgreSQL says has not yet happened. Rejects when the block
 * failed and is worth another try; after the third failure the enrolment needs attention instead.
 */
export async function runEnrolment(engine: Engine, enrolmentId: string): Promise<WaitPlan> {
  try {
    return await attempt(engine, enrolmentId, { guarded: false })
  } catch (error) {
    if (isTransient(error)) throw error
    const last = await countFailure(engine, enrolmentId, error)
    if (!last) throw new BlockFailed(enrolmentId)
  }
  try {
    return await attempt(engine, enrolmentId, { guarded: true })
  } catch (error) {
    if (isTransient(error)) throw error
    return parkUnderRepeatedFailure(engine, enrolmentId)
  }
}

/** A block that threw and was rolled back. It quotes nothing, since whoever retries it may keep the message for good. */
export class BlockFailed extends Error {
  override readonly name = 'BlockFailed'

  constructor(enrolmentId: string) {
    super(`A block of enrolment ${enrolmentId} failed; the log says why.`)
  }
}

/** `guarded`: an effect that throws parks the enrolment at its node, and what came before it stands. */
interface Attempt {
  readonly guarded: boolean
}

function attempt(engine: Engine, enrolmentId: string, how: Attempt): Promise<WaitPlan> {
  return engine.db.transaction().execute((tx) => block(tx, { ...engine, ...how }, enrolmentId))
}

async function block(tx: Tx, { clock, guarded }: Engine & Attempt, enrolmentId: string): Promise<WaitPlan> {
  const contact = await lockBlock(tx, enrolmentId, clock)
  if (contact === null) return { kind: 'done' }
  const state = await loadBlock(tx, enrolmentId)
  const decision = decide(state, contact.now.getTime())
  if ('plan' in decision) return decision.plan
  if ('pause' in decision) return pauseEnrolment(tx, state, contact.now)
  const programs = await loadPrograms(tx, [state.programHash])
  const program = programs.get(state.programHash)
  if (program === undefined) throw new Error(`There is no program ${state.programHash}.`)
  const host = new BlockHost({ tx, contact, state, zone: contact.timeZone ?? program.timeZone, guarded })
  const start = {
    turn: state.turn,
    cursor: { seq: state.cursorSeq, at: state.cursorAt.getTime() },
    seq: state.event?.seq ?? state.eventSeq,
    wake: decision.run,
  }
  const end = await runBlock(program, start, host)
  return saveBlock(tx, { contact, state, end, writes: host.writes })
}
