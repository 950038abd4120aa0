import type { Tx } from '@millrace/database'
import type { Step } from '@millrace/program'
import { type RawBuilder, sql } from 'kysely'

/** The steps of one block and whose they are. */
export interface StepsOf {
  readonly enrolment: string
  readonly journey: string
  readonly version: number
  readonly steps: readonly Step[]
}

/** Appends to the trace. */
export async function saveSteps(tx: Tx, of: StepsOf): Promise<void> {
  await insertSteps(of).execute(tx)
}

/** The same as a piece of a bigger statement (`with saved as (…)`), for whoever counts round trips. */
export function insertSteps({ enrolment, journey, version, steps }: StepsOf): RawBuilder<unknown> {
  const rows = steps.map((step) => ({ ...step, at: new Date(step.at) }))
  return sql`
    insert into step (enrolment_id, turn, step, journey_id, version, node, kind, port, at, reads, output)
    select ${enrolment}::uuid, turn, step, ${journey}::uuid, ${version}::int4, node, kind, port, at, reads, output
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
      turn int4, step int4, node text, kind text, port text, at timestamptz, reads jsonb, output jsonb)`
}
