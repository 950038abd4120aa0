import { type Cursor, evaluate, type Former, type Refusal, refusalOf } from '@millrace/program'
import { runEnrolment } from './block.ts'
import { factsAt, firstAnswer } from './host.ts'
import type { IncomingEvent } from './setup.ts'
import type { Contact, Enrolment, StoredEvent, World } from './world.ts'

/** Takes in events as one batch: all are appended, then waits are answered, then contacts enter, then blocks run. */
export async function ingest(world: World, events: readonly IncomingEvent[]): Promise<void> {
  const arrived = uniqueOf(events).flatMap((event) => append(world, event))
  const byContact = Map.groupBy(arrived, ({ contact }) => contact)
  const answered = [...byContact].flatMap(([contact, its]) =>
    contact.enrolments.filter((one) => claim(world, one, its)),
  )
  answered.sort((a, b) => a.index - b.index)
  const entered = arrived.flatMap((one) => enter(world, one))
  for (const one of [...answered, ...entered]) await runEnrolment(world, one)
}

interface Arrived {
  readonly contact: Contact
  readonly event: StoredEvent
}

/** The first event of each id: as in the engine, a second one in the same batch does not even create its contact. */
function uniqueOf(events: readonly IncomingEvent[]): IncomingEvent[] {
  const first = new Map(events.toReversed().map((event) => [event.id, event]))
  return events.filter((event) => event.id === undefined || first.get(event.id) === event)
}

function append(
  world: World,
  { contact: id, type, at = world.now, data = {}, ...of }: IncomingEvent,
): Arrived[] {
  const contact = world.contact(id)
  if (of.id !== undefined) {
    if (world.eventIds.has(of.id)) return []
    world.eventIds.add(of.id)
  }
  const event = { type, at, data, seq: contact.events.length + 1, stamp: world.now, live: true }
  contact.events.push(event)
  return [{ contact, event }]
}

/** Writes the answer onto an open wait that one of the new events answers. */
function claim(world: World, enrolment: Enrolment, arrived: readonly Arrived[]): boolean {
  const { waiting, wake, contact } = enrolment
  if (waiting === null || wake !== null) return false
  const events = arrived.map(({ event }) => event)
  const answer = firstAnswer(world, contact, { legs: waiting.legs, events })
  if (answer !== null) enrolment.wake = { why: 'answered', waiting, answer }
  return answer !== null
}

function enter(world: World, { contact, event }: Arrived): Enrolment[] {
  const { on } = world.program.entry
  if (!('event' in on) || on.event !== event.type) return []
  if (on.where !== undefined && !evaluate(on.where, factsAt(world, contact, event)).holds) return []
  const { seq, stamp: at } = event
  const entered = enrol(world, { contact, cursor: { seq, at }, seq })
  return typeof entered === 'string' ? [] : [entered]
}

/** Who enters, after which of its events; `seq` is the entering event, null by hand. */
export interface EntryRequest {
  readonly contact: Contact
  readonly cursor: Cursor
  readonly seq: number | null
}

/** Enters a contact unless the re-entry rule says no; its first block is still to be run. */
export function enrol(world: World, { contact, cursor, seq }: EntryRequest): Enrolment | Refusal {
  const { at } = cursor
  const zone = world.zoneOf(contact)
  const refusal = refusalOf(world.program.reentry, formerOf(contact), { now: at, zone })
  if (refusal !== null) return refusal
  const index = world.enrolments.length
  const enrolment: Enrolment = {
    ...{ id: `enrolment-${index + 1}`, index, contact, enteredAt: at, steps: [] },
    ...{ state: 'running', turn: 0, cursor, seq, wake: { why: 'enter', at } },
    ...{ waiting: null, stuck: null, node: null, endedAt: null },
  }
  world.enrolments.push(enrolment)
  contact.enrolments.push(enrolment)
  return enrolment
}

function formerOf({ enrolments: formers }: Contact): Former | undefined {
  if (formers.length === 0) return undefined
  const exits = formers.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]))
  const lastExit = exits.length === 0 ? null : Math.max(...exits)
  return { inFlight: exits.length < formers.length, lastExit }
}
