import { ingestEvents } from '@millrace/audience'
import { nurture } from '../test/fixtures/journeys.ts'
import { median, print } from './support/figures.ts'
import { addPeople, clock, event, openShop } from './support/shop.ts'
import type { Stage } from './support/stage.ts'

const CONTACTS = 2000
const EVENTS = 20_000
const ROUNDS = 3

/** Live events a second with matching: a tenth of them enter a journey, the rest find nothing to answer. */
export async function ingest(stage: Stage): Promise<void> {
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(
      await stage.withDatabase(async ({ db }) => {
        await openShop(db, nurture())
        const people = Array.from({ length: CONTACTS }, (_, i) => `bench-${i}`)
        await addPeople(db, people)
        const events = Array.from({ length: EVENTS }, (_, i) =>
          event(`bench-${(i * 7919) % CONTACTS}`, i % 10 === 0 ? 'lead.created' : 'page.viewed', {
            page: `p${i % 50}`,
          }),
        )
        const start = performance.now()
        for (let from = 0; from < EVENTS; from += 500)
          await ingestEvents(db, events.slice(from, from + 500), { clock })
        return EVENTS / ((performance.now() - start) / 1000)
      }),
    )
  }
  print('live ingest with matching, events/s', median(rates).toFixed(0))
}
