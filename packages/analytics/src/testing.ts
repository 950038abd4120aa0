import { type Db, drivenClock, newId, randomId } from '@millrace/database'
import type { Leg } from '@millrace/program'

/** Where the clock of these tests starts. */
export const START = Date.parse('2026-03-02T01:00:00.000Z')

/** A journey whose entry is the node `in`, in one version, and somebody to travel it. */
export async function journeyWithContact(db: Db) {
  const [journey, contact] = [newId(), newId()]
  const program = JSON.stringify({ entry: { node: 'in', kind: 'entry' } })
  await db.insertInto('contact').values({ id: contact, external_id: 'a' }).execute()
  await db
    .insertInto('journey')
    .values({ id: journey, name: 'J', state: 'active', revision: 1, document: '{}', version: 1 })
    .execute()
  await db.insertInto('program').values({ hash: 'h', program }).execute()
  await db
    .insertInto('version')
    .values({ journey_id: journey, version: 1, program_hash: 'h', document: '{}' })
    .execute()
  return { journey, contact, clock: drivenClock(START) }
}

/** Whose enrolment stands how. */
export interface Standing {
  readonly journey: string
  readonly contact: string
  readonly state?: 'running' | 'waiting' | 'paused' | 'completed' | 'needs-attention'
  readonly node?: string
  readonly enteredAt?: number
}

/** An enrolment that has run one block, or none while it is `running`. */
export async function enrolled(db: Db, standing: Standing): Promise<string> {
  const { journey, contact, state = 'waiting', node = null, enteredAt = START } = standing
  const id = randomId()
  await db
    .insertInto('enrolment')
    .values({
      id,
      journey_id: journey,
      version: 1,
      contact_id: contact,
      state,
      turn: state === 'running' ? 0 : 1,
      node,
      cursor_seq: 0,
      cursor_at: new Date(enteredAt),
      entered_at: new Date(enteredAt),
      ended_at: state === 'completed' ? new Date(enteredAt) : null,
    })
    .execute()
  return id
}

/** Opens the wait of an enrolment over these legs. */
export async function waiting(
  db: Db,
  { enrolment, journey, contact }: { enrolment: string; journey: string; contact: string },
  { legs, answeredAt = null }: { legs: readonly Leg[]; answeredAt?: number | null },
): Promise<void> {
  await db
    .insertInto('wait')
    .values({
      enrolment_id: enrolment,
      contact_id: contact,
      journey_id: journey,
      plan: JSON.stringify({ label: 'w', legs, after: 0 }),
      event_types: [],
      due: new Date(legs.at(-1)?.due ?? 0),
      answered_at: answeredAt === null ? null : new Date(answeredAt),
    })
    .execute()
}

/** A leg at its own node, due after so many milliseconds. */
export function leg(node: string, type: 'sleep' | 'event' | 'outcome', due: number): Leg {
  const times = { node, kind: type, from: START, due: START + due }
  if (type === 'sleep') return { ...times, type, until: { for: 'PT1H' } }
  if (type === 'outcome') return { ...times, type, timeout: 'PT10M', failed: null }
  return { ...times, type, event: 'order.paid', timeout: 'PT1H', received: null }
}
