import { sql } from 'kysely'
import { openLegs } from './open-legs.ts'
import type { Reading } from './reading.ts'

/** What the canvas shows at a node: visits, who waits there, who needs attention there, exits by port. */
export interface NodeCounts {
  readonly entered: number
  readonly waiting: number
  readonly failed: number
  readonly left: Readonly<Record<string, number>>
}

/** Counts per node over all versions of a journey, as of now; nodes that nobody has reached are absent. */
export async function journeyCounts(
  { db, clock }: Reading,
  journey: string,
): Promise<Record<string, NodeCounts>> {
  const { rows } = await sql<Tally>`
    with legs as materialized (${openLegs(clock.now(), sql`wait.journey_id = ${journey}::uuid`)})
    select node, port, 'left' as what, count(*) as n from step
      where journey_id = ${journey}::uuid group by node, port
    union all
    select node, port, 'left', count(*) from legs where passed group by node, port
    union all
    select node, null, case state when 'needs-attention' then 'failed' else 'waiting' end, count(*)
      from legs where stood group by node, state
    union all
    select coalesce(node, program -> 'entry' ->> 'node'), null,
      case state when 'needs-attention' then 'failed' else 'stands' end, count(*)
      from enrolment
      join version using (journey_id, version)
      join program on program.hash = version.program_hash
      where journey_id = ${journey}::uuid and ended_at is null
        and not exists (select from wait where wait.enrolment_id = enrolment.id)
      group by 1, state`.execute(db)
  return tally(rows)
}

interface Tally {
  node: string
  port: string | null
  what: 'left' | 'waiting' | 'failed' | 'stands'
  n: number
}

function tally(rows: readonly Tally[]): Record<string, NodeCounts> {
  const byNode = Map.groupBy(rows, ({ node }) => node)
  return Object.fromEntries([...byNode].map(([node, of]) => [node, countsOf(of)]))
}

function countsOf(rows: readonly Tally[]): NodeCounts {
  const sum = (of: readonly Tally[]) => of.reduce((total, { n }) => total + n, 0)
  const ports = Map.groupBy(
    rows.filter(({ what, port }) => what === 'left' && port !== null),
    ({ port }) => port,
  )
  return {
    entered: sum(rows),
    waiting: sum(rows.filter(({ what }) => what === 'waiting')),
    failed: sum(rows.filter(({ what }) => what === 'failed')),
    left: Object.fromEntries([...ports].map(([port, of]) => [port, sum(of)])),
  }
}
