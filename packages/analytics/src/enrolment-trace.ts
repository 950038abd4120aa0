import { sql } from 'kysely'
import { openLegs } from './open-legs.ts'
import { isUuid, type Reading } from './reading.ts'

/** One visit of a node, in the order of the steps; `port` is null where the journey ended at the node. */
export interface TraceItem {
  readonly at: Date
  readonly turn: number
  readonly step: number
  readonly node: string
  readonly kind: string
  readonly port: string | null
  readonly reads?: unknown
  readonly output?: unknown
}

/** The way of an enrolment so far, with the legs that its open wait has passed; null when there is no such enrolment. */
export async function enrolmentTrace(
  { db, clock }: Reading,
  id: string,
): Promise<readonly TraceItem[] | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<Row>`
    select * from (
      select enrolment_id as id, turn, step, node, kind, port, at, reads, output from step
        where enrolment_id = ${id}::uuid
      union all
      select enrolment_id, turn, (index - 1)::int4, node, kind, port, to_timestamp(due / 1000), null, null
        from (${openLegs(clock.now(), sql`wait.enrolment_id = ${id}::uuid`)}) as legs where passed
    ) as item
    right join (select id from enrolment where id = ${id}::uuid) as enrolment using (id)
    order by turn, step`.execute(db)
  if (rows.length === 0) return null
  return rows.flatMap(({ turn, step, node, kind, port, at, reads, output }) =>
    turn === null
      ? []
      : [
          {
            at,
            turn,
            step,
            node,
            kind,
            port,
            ...(reads !== null && { reads }),
            ...(output !== null && { output }),
          },
        ],
  )
}

interface Row {
  /** Null, with all the rest, in the one row of an enrolment that has left no node yet. */
  turn: number | null
  step: number
  node: string
  kind: string
  port: string | null
  at: Date
  reads: unknown
  output: unknown
}
