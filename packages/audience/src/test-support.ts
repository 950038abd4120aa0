import { type Db, newId } from '@millrace/database'
import {
  type Condition,
  hashProgram,
  type Instant,
  type Leg,
  PROGRAM_FORMAT,
  type Program,
  type Reentry,
  type Waiting,
} from '@millrace/program'
import type { IncomingEvent } from './events/event.ts'
import { parseEvent } from './events/parse-event.ts'

let made = 0

/** An event that passes `parseEvent`; its id is new unless given. */
export function event(
  contact: string,
  type: string,
  more: { id?: string; data?: object; at?: string; source?: string } = {},
): IncomingEvent {
  const parsed = parseEvent({ id: `event-${++made}`, contact, type, ...more })
  if ('fault' in parsed) throw new Error(parsed.fault.message.en)
  return parsed.event
}

/** What a journey in a test is about: how contacts come in, and how often. */
export interface Entered {
  readonly on: Program['entry']['on']
  readonly reentry?: Reentry
  readonly state?: 'active' | 'paused' | 'archived'
}

/** Stores a journey that is out, with an entry and nothing after it; answers its id. */
export async function publish(db: Db, { on, reentry = { mode: 'never' }, state = 'active' }: Entered) {
  const program: Program = {
    format: PROGRAM_FORMAT,
    timeZone: 'Asia/Shanghai',
    reentry,
    entry: { node: 'entry', kind: 'entry', on, next: null },
    instructions: {},
  }
  const id = newId()
  const hash = hashProgram(program)
  await db
    .insertInto('program')
    .values({ hash, program: JSON.stringify(program) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('journey')
    .values({ id, name: 'A', state, revision: 1, document: '{}', version: 1 })
    .execute()
  await db
    .insertInto('version')
    .values({ journey_id: id, version: 1, program_hash: hash, document: '{}' })
    .execute()
  if ('event' in on) await db.insertInto('trigger').values({ journey_id: id, event_type: on.event }).execute()
  return id
}

/** A leg that waits for an event. */
export function eventLeg(
  type: string,
  { from, due, where }: { from: Instant; due: Instant; where?: Condition },
): Leg {
  const place = { node: 'wait', kind: 'wait-for-event' }
  return {
    ...place,
    type: 'event',
    event: type,
    timeout: 'PT1H',
    received: null,
    from,
    due,
    ...(where && { where }),
  }
}

/** Opens a wait for the only enrolment of a contact in a journey; answers the enrolment's id. */
export async function openWait(
  db: Db,
  { contact, journey, legs }: { contact: string; journey: string; legs: readonly Leg[] },
): Promise<string> {
  const { id, contact_id } = await db
    .selectFrom('enrolment as e')
    .innerJoin('contact as c', 'c.id', 'e.contact_id')
    .select(['e.id', 'e.contact_id'])
    .where('c.external_id', '=', contact)
    .where('e.journey_id', '=', journey)
    .executeTakeFirstOrThrow()
  const plan: Waiting = { label: 'wait', legs, after: 0 }
  await db
    .insertInto('wait')
    .values({
      enrolment_id: id,
      contact_id,
      journey_id: journey,
      plan: JSON.stringify(plan),
      event_types: legs.flatMap((leg) => (leg.type === 'event' ? [leg.event] : [])),
      due: new Date(legs.at(-1)?.due ?? 0),
    })
    .execute()
  return id
}

/** A condition of one rule. */
export function rule(field: string, operator: string, value: string | number): Condition {
  return { combinator: 'and', rules: [{ field, operator, value }] }
}

/** The answer on an enrolment's wait, or null while it is open. */
export async function answerOf(db: Db, enrolmentId: string) {
  const wait = await db
    .selectFrom('wait')
    .select(['answer_seq as seq', 'answer_leg as leg', 'answered_at as at'])
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return wait.at === null ? null : { ...wait, at: wait.at.getTime() }
}

/** The contact's events in its own order. */
export async function eventsOf(db: Db, contact: string) {
  return db
    .selectFrom('event as e')
    .innerJoin('contact as c', 'c.id', 'e.contact_id')
    .select(['e.seq', 'e.external_id as id', 'e.type', 'e.stamp', 'e.at', 'e.live', 'e.data'])
    .where('c.external_id', '=', contact)
    .orderBy('e.seq')
    .execute()
}
