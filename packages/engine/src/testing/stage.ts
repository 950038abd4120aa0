import {
  type EnrolmentItem,
  enrolmentTrace,
  journeyCounts,
  listDeliveries,
  listEnrolments,
} from '@millrace/analytics'
import { ingestEvents, parseContact, parseEvent, takeOutbox, upsertContacts } from '@millrace/audience'
import { drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { createCoupon } from '@millrace/loyalty'
import type { WaitPlan } from '@millrace/program'
import { runEnrolment } from '../block/run-enrolment.ts'
import type { LogLine } from '../engine.ts'
import { createJourney, saveJourney } from '../journeys/keep-journey.ts'
import { publishJourney } from '../journeys/publish-journey.ts'

/** Where the clock of every test starts. */
export const START = Date.parse('2026-03-02T01:00:00.000Z')

/** A database, a clock that stands still, and somebody who does what Temporal and the outbox would do. */
export type Stage = Awaited<ReturnType<typeof openStage>>

/** An event to be sent: whose, which type, its data. */
export type Sent = readonly [contact: string, type: string, data?: object]

/** Opens a stage with a coupon `welcome-20`, disposed by `await using`. */
export async function openStage({ stock = null }: { stock?: number | null } = {}) {
  const test = await testDatabase()
  const { db } = test
  const clock = drivenClock(START)
  const logged: LogLine[] = []
  const engine = { db, clock, log: (line: LogLine) => logged.push(line) }
  const channels = new Set(['inbox', 'email'])
  let sent = 0
  await createCoupon(db, { id: 'welcome-20', name: '新人券', stock })

  async function publish(document: object, id?: string): Promise<string> {
    const journey =
      id === undefined
        ? await createJourney(db, document)
        : await saveJourney(db, { id, document, revision: await revisionOf(id) })
    await publishJourney(db, journey.id, { channels })
    return journey.id
  }

  async function revisionOf(id: string): Promise<number> {
    const row = await db
      .selectFrom('journey')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    return row.revision
  }

  /** Puts events in, as one transaction; nothing runs yet. */
  async function ingest(...events: readonly Sent[]): Promise<void> {
    const parsed = events.map(([contact, type, data]) => {
      const one = parseEvent({ id: `event-${++sent}`, contact, type, ...(data && { data }) })
      if ('fault' in one) throw new Error(one.fault.message.en)
      return one.event
    })
    await ingestEvents(db, parsed, { clock })
  }

  /** Tells every workflow what the outbox has for it, until it has nothing any more. */
  async function relay(): Promise<Map<string, WaitPlan>> {
    const plans = new Map<string, WaitPlan>()
    const handle = async (rows: readonly { enrolment_id: string }[]) => {
      for (const id of new Set(rows.map((row) => row.enrolment_id)))
        plans.set(id, await runEnrolment(engine, id))
      return { failed: [] }
    }
    while ((await takeOutbox(db, { limit: 100, clock }, handle)) > 0);
    return plans
  }

  /** Puts events in and runs whom they concern. */
  async function send(...events: readonly Sent[]): Promise<Map<string, WaitPlan>> {
    await ingest(...events)
    return relay()
  }

  /** Moves the clock and runs every open enrolment, as late timers would. */
  async function pass(milliseconds: number): Promise<void> {
    clock.at += milliseconds
    const open = await db
      .selectFrom('enrolment')
      .select('id')
      .where('ended_at', 'is', null)
      .orderBy('id')
      .execute()
    for (const { id } of open) await runEnrolment(engine, id)
  }

  /** Creates or changes a contact. */
  async function contact(id: string, attributes: object = {}, more: object = {}): Promise<void> {
    const parsed = parseContact({ id, attributes, ...more })
    if ('fault' in parsed) throw new Error(parsed.fault.message.en)
    await upsertContacts(db, [parsed.contact])
  }

  async function enrolments(journey?: string): Promise<readonly EnrolmentItem[]> {
    return (await listEnrolments(engine, { journey, limit: 1000 })).items
  }

  async function only(): Promise<EnrolmentItem> {
    const [item, ...more] = await enrolments()
    if (item === undefined || more.length > 0) throw new Error('There is not one enrolment.')
    return item
  }

  /** The way of an enrolment: `node>port`. */
  async function way(id: string): Promise<string> {
    const items = (await enrolmentTrace(engine, id)) ?? []
    return items.map(({ node, port }) => (port === null ? node : `${node}>${port}`)).join(' ')
  }

  return {
    ...{ db, url: test.url, clock, engine, logged, channels },
    ...{ publish, ingest, relay, send, pass, enrolments, only, way },
    run: (id: string) => runEnrolment(engine, id),
    trace: async (id: string) => (await enrolmentTrace(engine, id)) ?? [],
    counts: (journey: string) => journeyCounts(engine, journey),
    deliveries: async () => (await listDeliveries(db, { limit: 1000 })).items.toReversed(),
    contact,
    [Symbol.asyncDispose]: () => test[Symbol.asyncDispose](),
  }
}
