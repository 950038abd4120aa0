import { ingestEvents } from '@millrace/audience'
import { onboarding } from '../test/fixtures/journeys.ts'
import { median, print } from './support/figures.ts'
import { startProgram } from './support/process.ts'
import { addPeople, clock, ended, event, openShop } from './support/shop.ts'
import type { Stage, StageDatabase } from './support/stage.ts'

const CONTACTS = 400
const WARM_UP = 60
const ROUNDS = 3
/** Who never pays: the first wait, then the second and the rest, which the compiler fuses into one. */
const WAITS = [1000, 2000]
const NODES = ['follow', 'coupon', 'hello', 1000, 'remind', 1000, 1000, 'loyal', 'reactivate', 'end']

const journey = onboarding({ firstWait: 'PT1S', secondWait: 'PT1S', pause: 'PT1S' })
const people = Array.from({ length: CONTACTS + WARM_UP }, (_, i) => `bench-${i}`)

/** Journeys a second of the product, of a bare loop with the same waits, and of one activity per node. */
export async function throughput(stage: Stage): Promise<void> {
  const rates = { millrace: [] as number[], bare: [] as number[], nodes: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    rates.millrace.push(await stage.withDatabase((database) => millrace(stage, database)))
    rates.bare.push(await stage.withDatabase((database) => baseline(stage, database, 'bareLoop')))
    rates.nodes.push(await stage.withDatabase((database) => baseline(stage, database, 'nodeByNode')))
  }
  const [product, bare, nodes] = [median(rates.millrace), median(rates.bare), median(rates.nodes)]
  print('journeys/s, Millrace with all its effects', product.toFixed(1))
  print('journeys/s, bare SDK loop, same waits, no effects', bare.toFixed(1))
  print('journeys/s, one activity per node, same effects', nodes.toFixed(1))
  print('Millrace / bare loop', (product / bare).toFixed(2), '≥ 0.75')
  print('Millrace / one activity per node', (product / nodes).toFixed(2), '≥ 2.5')
}

async function millrace(stage: Stage, { url, db }: StageDatabase): Promise<number> {
  await openShop(db, journey)
  await addPeople(db, people)
  await using _worker = startProgram('apps/worker/src/main.ts', {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: stage.temporalAddress,
    MILLRACE_SWEEP_SECONDS: '0',
  })
  await follow(db, people.slice(0, WARM_UP))
  await ended(db, WARM_UP)
  const start = performance.now()
  await follow(db, people.slice(WARM_UP))
  await ended(db, people.length)
  return CONTACTS / ((performance.now() - start) / 1000)
}

async function follow(db: StageDatabase['db'], contacts: readonly string[]): Promise<void> {
  await ingestEvents(
    db,
    contacts.map((contact) => event(contact, 'contact.followed')),
    { clock },
  )
}

/** The contacts have entered before the clock starts: only the travelling is measured. */
async function baseline(stage: Stage, { url, db }: StageDatabase, name: string): Promise<number> {
  await openShop(db, journey)
  await addPeople(db, people)
  await follow(db, people)
  const runs = await db
    .selectFrom('enrolment')
    .select(['id as enrolment', 'contact_id as contact', 'journey_id as journey'])
    .execute()
  await using worker = startProgram('bench/baselines/worker-main.ts', {
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: stage.temporalAddress,
    BASELINE: name,
    STARTS: String(CONTACTS),
    WARM_UP: String(WARM_UP),
    ARGUMENT: JSON.stringify(name === 'bareLoop' ? WAITS : NODES),
    RUNS: JSON.stringify(runs),
  })
  const { seconds } = JSON.parse(await worker.line())
  return CONTACTS / seconds
}
