import { compile } from '@millrace/compiler'
import type { Db } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import { createJourney } from '@millrace/engine'
import { createCoupon } from '@millrace/loyalty'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WORDS } from './generators/configs.ts'
import { type Script, scripts } from './generators/scripts.ts'
import { EXPECTED, metBy } from './support/differential/coverage.ts'
import { playOnEngine } from './support/differential/on-engine.ts'
import { endOf, type Play, playOnSimulator } from './support/differential/on-simulator.ts'

const CONTEXT = { coupons: new Set<string>(WORDS.coupons), channels: new Set<string>(WORDS.channels) }
/** Blocks that one script may run: loops of short waits never end. */
const MOST_BLOCKS = 40
/** Each lane plays its scripts on a database of its own; MILLRACE_SEED set to a seed that failed plays it first. */
const LANES = 4
const RUNS = Number(process.env.MILLRACE_RUNS ?? 500)
const SEED = Number(process.env.MILLRACE_SEED ?? 20_260_302)

test('law 9, what you rehearse is what runs: simulator and engine do the same with 500 random journeys', async () => {
  const seen = new Map<string, number>()
  await Promise.all(
    Array.from({ length: LANES }, (_, lane) =>
      playLane(SEED + lane, (met) => {
        for (const one of met) seen.set(one, (seen.get(one) ?? 0) + 1)
      }),
    ),
  )
  const rare = EXPECTED.filter((one) => (seen.get(one) ?? 0) < RUNS / 100)
  expect(rare.map((one) => `${one}: ${seen.get(one) ?? 0} of ${RUNS}`)).toEqual([])
}, 180_000)

async function playLane(seed: number, note: (met: ReadonlySet<string>) => void): Promise<void> {
  await using database = await testDatabase()
  const { db } = database
  await createCoupon(db, { id: 'plenty', name: '不限量', validFor: 'P1M' })
  await createCoupon(db, { id: 'scarce', name: '限量', stock: 0, validFor: 'PT36H' })
  let nth = 0
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      nth += 1
      const play = await prepare(db, script, nth)
      const end = await endOf(play, MOST_BLOCKS)
      const rehearsed = await playOnSimulator(play, end)
      const ran = await playOnEngine(db, play, end)
      expect(ran).toEqual(rehearsed.outcome)
      note(metBy(play, rehearsed))
    }),
    { seed, numRuns: RUNS / LANES },
  )
}

async function prepare(db: Db, script: Script, nth: number): Promise<Play> {
  const { program } = compile(script.journey, CONTEXT)
  if (program === undefined) throw new Error('Random journeys compile.')
  const { id } = await createJourney(db, script.journey)
  return { script, program, journeyId: id, nth }
}
