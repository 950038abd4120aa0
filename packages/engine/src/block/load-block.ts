import type { EnrolmentState, JourneyTable, Tx } from '@millrace/database'
import type { EventFact, Waiting } from '@millrace/program'
import { sql } from 'kysely'

/** Where an enrolment stands, as its rows say. */
export interface BlockState {
  readonly id: string
  readonly journeyId: string
  readonly version: number
  readonly programHash: string
  readonly journeyState: JourneyTable['state']
  readonly state: EnrolmentState
  readonly turn: number
  readonly label: string | null
  readonly resume: 'retry' | 'skip' | null
  readonly node: string | null
  readonly eventSeq: number | null
  readonly cursorSeq: number
  readonly cursorAt: Date
  readonly enteredAt: Date
  readonly endedAt: Date | null
  readonly wait: BlockWait | null
  /** The event that entered, or that has answered the wait. */
  readonly event: (EventFact & { readonly seq: number }) | null
}

/** The open wait and what has answered it. */
export interface BlockWait {
  readonly plan: Waiting
  readonly due: Date
  readonly answeredAt: Date | null
  readonly answerSeq: number | null
  readonly answerLeg: number | null
  readonly answerPort: 'next' | 'failed' | null
}

/** Reads an enrolment under its contact's lock, and holds its journey's state until the commit. */
export async function loadBlock(tx: Tx, enrolment: string): Promise<BlockState> {
  const { rows } = await sql<Row>`
    select e.id, e.journey_id as "journeyId", e.version, v.program_hash as "programHash",
      j.state as "journeyState", e.state, e.turn, e.label, e.resume, e.node, e.event_seq as "eventSeq",
      e.cursor_seq as "cursorSeq", e.cursor_at as "cursorAt", e.entered_at as "enteredAt", e.ended_at as "endedAt",
      w.plan, w.due, w.answered_at as "answeredAt", w.answer_seq as "answerSeq", w.answer_leg as "answerLeg",
      w.answer_port as "answerPort", event.seq, event.type, event.at, event.data
    from enrolment e
    join version v on v.journey_id = e.journey_id and v.version = e.version
    join journey j on j.id = e.journey_id
    left join wait w on w.enrolment_id = e.id
    left join event on event.contact_id = e.contact_id and event.seq = coalesce(w.answer_seq, e.event_seq)
    where e.id = ${enrolment}::uuid
    for share of j`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error(`There is no enrolment ${enrolment}.`)
  const { plan, due, answeredAt, answerSeq, answerLeg, answerPort, seq, type, at, data, ...state } = row
  return {
    ...state,
    wait: plan === null || due === null ? null : { plan, due, answeredAt, answerSeq, answerLeg, answerPort },
    event:
      seq === null || type === null || at === null ? null : { seq, type, at: at.getTime(), data: data ?? {} },
  }
}

type Row = Omit<BlockState, 'wait' | 'event'> & { [Key in keyof BlockWait]: BlockWait[Key] | null } & {
  readonly seq: number | null
  readonly type: string | null
  readonly at: Date | null
  readonly data: EventFact['data'] | null
}
