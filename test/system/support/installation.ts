import {
  type IncomingEvent,
  ingestEvents,
  parseContact,
  parseEvent,
  upsertContacts,
} from '@millrace/audience'
import { type Db, systemClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { createJourney, type Engine, publishJourney } from '@millrace/engine'
import { createCoupon } from '@millrace/loyalty'
import { until } from './until.ts'

/** A database of its own and what an operator and a shop do with it. */
export interface Installation {
  readonly db: Db
  readonly url: string
  readonly id: string
  readonly engine: Engine
  /** Publishes a drawing; answers the journey's id. */
  publish(document: unknown): Promise<string>
  addContact(contact: object): Promise<void>
  /** Sends one event, or several in one batch, of contact `contact`. */
  send(contact: string, ...types: string[]): Promise<void>
  /** The contact's only enrolment. */
  enrolment(contact: string): Promise<{ id: string; state: string; turn: number; endedAt: Date | null }>
  /** Resolves with the enrolment's id once it has ended. */
  ended(contact: string): Promise<string>
  /** The nodes left so far, with the port. */
  trace(contact: string): Promise<string[]>
}

/** An empty installation on a database of its own, with the coupon that the reference journey gives. */
export async function installation(): Promise<Installation & AsyncDisposable> {
  const test = await testDatabase({ max: 6 })
  return { ...(await installationOn(test)), [Symbol.asyncDispose]: () => test[Symbol.asyncDispose]() }
}

/** An empty installation on a migrated database. */
export async function installationOn({ db, url }: { db: Db; url: string }): Promise<Installation> {
  const { id } = await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()
  await createCoupon(db, { id: 'welcome-20', name: '新人券' })

  const enrolments = (contact: string) =>
    db
      .selectFrom('enrolment')
      .innerJoin('contact', 'contact.id', 'enrolment.contact_id')
      .where('contact.external_id', '=', contact)

  const installed: Installation = {
    db,
    url,
    id,
    engine: { db, clock: systemClock },
    async publish(document) {
      const journey = await createJourney(db, document)
      await publishJourney(db, journey.id, { channels: new Set(['inbox', 'email']) })
      return journey.id
    },
    async addContact(json) {
      const parsed = parseContact(json)
      if ('fault' in parsed) throw new Error(parsed.fault.code)
      await upsertContacts(db, [parsed.contact])
    },
    async send(contact, ...types) {
      await ingestEvents(
        db,
        types.map((type) => event(contact, type)),
      )
    },
    enrolment: (contact) =>
      enrolments(contact)
        .select(['enrolment.id', 'enrolment.state', 'enrolment.turn', 'enrolment.ended_at as endedAt'])
        .executeTakeFirstOrThrow(),
    ended: (contact) =>
      until(
        async () => {
          const { id, endedAt } = await installed.enrolment(contact)
          return endedAt !== null && id
        },
        { what: `the end of ${contact}` },
      ),
    async trace(contact) {
      const rows = await enrolments(contact)
        .innerJoin('step', 'step.enrolment_id', 'enrolment.id')
        .select(['step.node', 'step.port'])
        .orderBy('step.turn')
        .orderBy('step.step')
        .execute()
      return rows.map(({ node, port }) => (port === null ? node : `${node}:${port}`))
    },
  }
  return installed
}

function event(contact: string, type: string): IncomingEvent {
  const parsed = parseEvent({ id: crypto.randomUUID(), contact, type })
  if ('fault' in parsed) throw new Error(parsed.fault.code)
  return parsed.event
}
