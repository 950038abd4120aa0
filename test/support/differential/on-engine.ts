import { importHistory, ingestEvents, parseContact, parseEvent, upsertContacts } from '@millrace/audience'
import { type Db, Fault } from '@millrace/database'
import {
  archiveJourney,
  enrolContacts,
  exitEnrolment,
  pauseJourney,
  publishJourney,
  resumeJourney,
  retryEnrolment,
  skipEnrolment,
} from '@millrace/engine'
import { createCoupon } from '@millrace/loyalty'
import type { Json } from '@millrace/program'
import { sql } from 'kysely'
import { WORDS } from '../../generators/configs.ts'
import type { Act } from '../../generators/scripts.ts'
import { EngineDriver } from './engine-driver.ts'
import { outcomeOf } from './engine-outcome.ts'
import type { Play } from './on-simulator.ts'
import { fateOf, type Outcome, personId } from './outcome.ts'

/** Plays a script on PostgreSQL up to `end`, and takes the journey out of the way of the next one. */
export async function playOnEngine(db: Db, play: Play, end: number): Promise<Outcome> {
  const { script, journeyId } = play
  const driver = new EngineDriver(db, (key) => fateOf(script, key))
  await people(driver, play)
  await db
    .updateTable('coupon')
    .set((coupon) => ({ stock: sql<number>`${coupon.ref('granted')} + ${script.stock}` }))
    .where('id', '=', 'scarce')
    .execute()
  // One kind of coupon has gone by the time the journey runs.
  await createCoupon(db, { id: 'unknown', name: '已删除' })
  await publishJourney(db, journeyId, { channels: new Set(WORDS.channels) })
  await db.deleteFrom('coupon').where('id', '=', 'unknown').execute()
  const answers: Json[] = []
  for (const act of script.acts.filter(({ at }) => at <= end)) {
    await driver.advance(act.at)
    answers.push(await perform(driver, play, act))
    await driver.relay()
  }
  await driver.advance(end)
  const outcome = await outcomeOf(driver, play, answers)
  await archiveJourney(driver, journeyId)
  await db.deleteFrom('outbox').execute()
  await db.updateTable('delivery').set({ state: 'unknown' }).where('state', '=', 'queued').execute()
  return outcome
}

async function people({ db, clock }: EngineDriver, { script, nth }: Play): Promise<void> {
  await upsertContacts(
    db,
    script.people.map(({ attributes, zone, tags }, person) =>
      contact({
        id: personId(nth, person),
        attributes,
        tags: [...tags],
        ...(person !== 1 && { timeZone: zone }),
      }),
    ),
  )
  for (const [person, { points }] of script.people.entries())
    await db.updateTable('contact').set({ points }).where('external_id', '=', personId(nth, person)).execute()
  const past = script.people.flatMap(({ events }, person) =>
    events.map(({ seq, at, type, data }) => {
      const owner = personId(nth, person)
      const dated = { at: new Date(at).toISOString(), source: `past of ${owner}` }
      return event({ id: `${seq}`, contact: owner, type, data, ...dated })
    }),
  )
  await importHistory(db, past, { clock })
}

function contact(json: object) {
  const parsed = parseContact(json)
  if ('fault' in parsed) throw new Error(parsed.fault.message.en)
  return parsed.contact
}

function event(json: object) {
  const parsed = parseEvent(json)
  if ('fault' in parsed) throw new Error(parsed.fault.message.en)
  return parsed.event
}

async function perform(driver: EngineDriver, { nth, script, journeyId }: Play, act: Act): Promise<Json> {
  const { db, clock } = driver
  const id = (person: number): string => personId(nth, person)
  switch (act.do) {
    case 'events': {
      const events = act.events.map(({ id: name, person, type, amount, ago }) => ({
        ...{ id: `${name}`, source: `script ${nth}`, contact: id(person), type, data: { amount } },
        ...(ago !== null && { at: new Date(act.at - ago).toISOString() }),
      }))
      await ingestEvents(db, events.map(event), { clock })
      return null
    }
    case 'enter':
      return (await enrolContacts(driver, journeyId, act.people.map(id))).skipped.map(
        ({ contact, reason }) => ({
          contact,
          reason,
        }),
      )
    case 'pause':
      await pauseJourney(driver, journeyId)
      return null
    case 'resume':
      await resumeJourney(driver, journeyId)
      return null
    case 'change':
      if (act.person < script.people.length)
        await upsertContacts(db, [contact({ id: id(act.person), attributes: act.attributes })])
      return null
    default:
      return operate(driver, act)
  }
}

const OPERATIONS = { retry: retryEnrolment, skip: skipEnrolment, exit: exitEnrolment }

async function operate(driver: EngineDriver, act: Extract<Act, { which: number }>): Promise<Json> {
  const rows = await driver.db
    .selectFrom('enrolment')
    .select(['id', 'state'])
    .where('id', 'in', [...driver.order, NOBODY])
    .execute()
  const stuck = new Set(rows.filter(({ state }) => state === 'needs-attention').map(({ id }) => id))
  const among = stuck.size > 0 ? driver.order.filter((id) => stuck.has(id)) : driver.order
  const enrolment = among[act.which % among.length]
  if (enrolment === undefined) return null
  try {
    await OPERATIONS[act.do](driver, enrolment)
    return 'done'
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
