import { type RawBuilder, sql } from 'kysely'

/**
 * Every leg of every open wait in `scope` (a condition on `wait` and `enrolment`), with whether it has passed and
 * whether the contact stands in it. The SQL twin of program's `currentLeg` and `duePort`: an answer that is not yet
 * taken stops the clock at its arrival, and the last leg is stood in until the block has run.
 */
export function openLegs(now: RawBuilder<Date>, scope: RawBuilder<boolean>): RawBuilder<OpenLeg> {
  return sql<OpenLeg>`
    select wait.enrolment_id, wait.journey_id, enrolment.state, enrolment.turn, leg.index,
      leg.value ->> 'node' as node, leg.value ->> 'kind' as kind,
      case leg.value ->> 'type' when 'event' then 'timeout' else 'next' end as port,
      (leg.value ->> 'due')::float8 as due, leg.index < stand.index as passed, leg.index = stand.index as stood
    from wait
    join enrolment on enrolment.id = wait.enrolment_id
    cross join lateral (
      select coalesce(min(index), jsonb_array_length(wait.plan -> 'legs')) as index
      from jsonb_array_elements(wait.plan -> 'legs') with ordinality as one(value, index)
      where (value ->> 'due')::float8
        > extract(epoch from least(${now}, coalesce(wait.answered_at, 'infinity'))) * 1000
    ) as stand
    cross join lateral jsonb_array_elements(wait.plan -> 'legs') with ordinality as leg(value, index)
    where ${scope}`
}

/** A row of `openLegs`; `due` in milliseconds, `index` from 1. */
export interface OpenLeg {
  readonly enrolment_id: string
  readonly journey_id: string
  readonly state: string
  readonly turn: number
  readonly index: number
  readonly node: string
  readonly kind: string
  readonly port: string
  readonly due: number
  readonly passed: boolean
  readonly stood: boolean
}
