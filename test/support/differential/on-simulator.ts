import type { Json, Program } from '@millrace/program'
import { createSimulation, type Simulation } from '@millrace/simulator'
import { BIRTH } from '../../generators/lives.ts'
import type { Act, Script } from '../../generators/scripts.ts'
import { fateOf, type Outcome, personId, plainTrace } from './outcome.ts'

/** A script with what both sides must agree on: its program, the journey's id, its place on the database. */
export interface Play {
  readonly script: Script
  readonly program: Program
  readonly journeyId: string
  readonly nth: number
}

/** A script as the simulator has played it. */
export interface Played {
  readonly outcome: Outcome
  readonly simulation: Simulation
  /** Things that do not show in the outcome. */
  readonly met: ReadonlySet<string>
}

const DAY = 86_400_000

/** Plays a script in memory up to `end`. */
export async function playOnSimulator(play: Play, end: number): Promise<Played> {
  const simulation = open(play)
  const met = new Set<string>()
  const answers: Json[] = []
  for (const act of play.script.acts.filter(({ at }) => at <= end)) {
    await simulation.advanceTo(act.at)
    if (act.do === 'resume' && simulation.enrolments().some(({ state }) => state === 'paused'))
      met.add('pause')
    const answer = await perform(simulation, play, act)
    if (answer === 'done') met.add(`operator: ${act.do}`)
    answers.push(answer)
  }
  await simulation.advanceTo(end)
  return { outcome: outcomeOf(simulation, answers), simulation, met }
}

/**
 * Up to when a script is worth playing: two months after its last act, or before it has run `most` blocks. Loops of
 * short waits never end.
 */
export async function endOf(play: Play, most: number): Promise<number> {
  const simulation = open(play)
  const { acts } = play.script
  const last = acts.at(-1)?.at ?? BIRTH
  for (const act of [...acts, null]) {
    const until = act?.at ?? last + 60 * DAY
    await simulation.runToEnd({ until, blocks: most - simulation.blocks })
    if (simulation.blocks >= most) return simulation.now - 1
    await simulation.advanceTo(until)
    if (act) await perform(simulation, play, act)
  }
  return simulation.now
}

function open({ script, program, journeyId, nth }: Play): Simulation {
  const provider = (message: { key: string }) => fateOf(script, placed(message.key))
  return createSimulation({
    program,
    journeyId,
    start: BIRTH,
    coupons: [
      { id: 'plenty', validFor: 'P1M' },
      { id: 'scarce', stock: script.stock, validFor: 'PT36H' },
    ],
    channels: { inbox: provider, email: provider },
    contacts: script.people.map(({ attributes, zone, tags, points, events }, person) => ({
      ...{ id: personId(nth, person), attributes, tags, points, history: events },
      // One of them has no zone of their own.
      ...(person !== 1 && { timeZone: zone }),
    })),
  })
}

async function perform(simulation: Simulation, { nth, script }: Play, act: Act): Promise<Json> {
  const id = (person: number): string => personId(nth, person)
  switch (act.do) {
    case 'events':
      await simulation.ingest(
        act.events.map(({ id: event, person, type, amount, ago }) => ({
          ...{ id: `${event}`, contact: id(person), type, data: { amount } },
          ...(ago !== null && { at: act.at - ago }),
        })),
      )
      return null
    case 'enter':
      return (await simulation.enrol(act.people.map(id))).map(({ contact, reason }) => ({ contact, reason }))
    case 'pause':
      simulation.pause()
      return null
    case 'resume':
      await simulation.resume()
      return null
    case 'change':
      if (act.person < script.people.length)
        simulation.upsert([{ id: id(act.person), attributes: act.attributes }])
      return null
    default: {
      const enrolment = chosen(simulation, act.which)
      return enrolment === undefined ? null : ((await simulation[act.do](enrolment)) ?? 'done')
    }
  }
}

function chosen(simulation: Simulation, which: number): string | undefined {
  const all = simulation.enrolments()
  const stuck = all.filter(({ state }) => state === 'needs-attention')
  const among = stuck.length > 0 ? stuck : all
  return among[which % among.length]?.id
}

/** A key with the place of the enrolment instead of its id. */
function placed(key: string): string {
  return key.replace(/^enrolment-(\d+)/, (_, index: string) => `${Number(index) - 1}`)
}

const iso = (at: number): string => new Date(at).toISOString()

function outcomeOf(simulation: Simulation, answers: readonly Json[]): Outcome {
  const deliveries = simulation.deliveries()
  const keys = new Map(deliveries.map(({ id, key }) => [id, placed(key)]))
  const coupons = simulation.coupons()
  return {
    enrolments: simulation
      .enrolments()
      .map(({ id: _, wakeAt, enteredAt, endedAt, trace, reason, ...one }) => ({
        ...one,
        enteredAt: iso(enteredAt),
        wakeAt: wakeAt === null ? null : iso(wakeAt),
        endedAt: endedAt === null ? null : iso(endedAt),
        reason,
        trace: plainTrace(trace, (id) => keys.get(id) ?? id),
      })),
    contacts: simulation.contacts().map(({ id, attributes, tags, points, timeZone }) => ({
      ...{ id, attributes, tags, points, timeZone },
    })),
    remaining: Object.fromEntries(coupons.map(({ id, remaining }) => [id, remaining])),
    grants: coupons.flatMap(({ grants }) =>
      grants.map(({ coupon, contact, at, expiresAt }) => ({
        ...{ coupon, contact, at: iso(at) },
        expiresAt: expiresAt === null ? null : iso(expiresAt),
      })),
    ),
    awards: simulation.awards().map((award) => ({ ...award, at: iso(award.at) })),
    deliveries: deliveries.map(({ id: _, enrolment: __, key, at, ...one }) => ({
      ...{ ...one, key: placed(key), at: iso(at) },
    })),
    answers,
  }
}
