import { compile, targetsOf } from '@millrace/compiler'
import { type Journey, loops, parseJourney } from '@millrace/graph'
import { portsOf } from '@millrace/nodes'
import { instructionAt, type Program } from '@millrace/program'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WORDS } from './generators/configs.ts'
import { damagedJourneys } from './generators/damage.ts'
import { journeys } from './generators/journeys.ts'
import { type Life, lives } from './generators/lives.ts'
import { type Walk, walk } from './support/walk.ts'

const CONTEXT = { coupons: new Set<string>(WORDS.coupons), channels: new Set<string>(WORDS.channels) }

/** What at least one in a hundred walks must have met. */
const EXPECTED = [
  ...['act', 'branch', 'split', 'wait', 'exit', 'fused wait', 'loop'],
  ...[
    'entry next',
    'send-message next',
    'send-message failed',
    'grant-coupon next',
    'grant-coupon unavailable',
  ],
  ...['award-points next', 'set-tag next', 'delay next', 'wait-for-event received', 'wait-for-event timeout'],
  ...['branch case', 'branch else', 'split arm', 'exit null'],
  ...['enter', 'answered', 'due', 'outcome', 'look-back', 'retry', 'skip'],
  ...['points-not-a-number', 'no-time', 'empty-message', 'outcome by time'],
]

test('journeys right and wrong: the compiler never throws, and what it accepts runs to an end', async () => {
  const seen = new Map<string, number>()
  const tally = { walks: 0, accepted: 0, refused: 0 }
  const either = fc.oneof({ arbitrary: journeys, weight: 3 }, { arbitrary: damagedJourneys, weight: 2 })
  await fc.assert(
    fc.asyncProperty(either, lives, async (journey, life) => {
      expect(parseJourney(JSON.parse(JSON.stringify(journey)))).toHaveProperty('journey')
      const { program, diagnostics } = compile(journey, CONTEXT)
      const ids = new Set(journey.nodes.map(({ id }) => id))
      expect(diagnostics.filter(({ node }) => node !== undefined && !ids.has(node))).toEqual([])
      tally[program ? 'accepted' : 'refused']++
      if (!program) return
      checkTargets(program)
      const walked = await runToEnd(program, life)
      checkPorts(journey, walked)
      tally.walks++
      for (const met of coverage(program, walked)) seen.set(met, (seen.get(met) ?? 0) + 1)
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: 150_000, markInterruptAsFailure: true },
  )
  expect(tally.accepted).toBeGreaterThan(5_000)
  expect(tally.refused).toBeGreaterThan(1_000)
  const rare = EXPECTED.filter((met) => (seen.get(met) ?? 0) < tally.walks / 100)
  expect(rare.map((met) => `${met}: ${seen.get(met) ?? 0} of ${tally.walks}`)).toEqual([])
}, 180_000)

test('journeys without a slip all compile', () => {
  fc.assert(
    fc.property(journeys, (journey) => {
      const { diagnostics } = compile(journey, CONTEXT)
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

function isLooped({ instructions }: Program): boolean {
  return loops(Object.keys(instructions), (label) => targetsOf(instructions[label])).length > 0
}

/** Every target exists, and nothing is kept that is none. */
function checkTargets({ entry, instructions }: Program): void {
  const named = new Set([entry.next, ...Object.values(instructions).flatMap(targetsOf)])
  named.delete(null)
  expect([...named].sort()).toEqual(Object.keys(instructions).sort())
}

async function runToEnd(program: Program, life: Life): Promise<Walk> {
  const walked = await walk(program, life)
  if (walked.end === 'still going') expect(isLooped(program)).toBe(true)
  return walked
}

/** Each step leaves its node by a port that the node has; only an exit leaves by none. */
function checkPorts(journey: Journey, { steps }: Walk): void {
  const odd = steps.filter(({ node: id, kind, port }) => {
    const node = journey.nodes.find((one) => one.id === id)
    const ports = node ? portsOf(node).map((one) => one.id) : []
    return node?.kind !== kind || (port === null ? ports.length > 0 : !ports.includes(port))
  })
  expect(odd).toEqual([])
}

/** What a walk met, each once. */
function coverage(program: Program, { steps, wakes }: Walk): Set<string> {
  const met = new Set(wakes)
  if (isLooped(program)) met.add('loop')
  for (const { node, kind, port } of steps) {
    met.add(`${kind} ${nameOf(kind, port)}`)
    const label = Object.hasOwn(program.instructions, node) ? node : null
    if (label !== null) met.add(instructionAt(program, label).op)
  }
  for (const one of Object.values(program.instructions)) {
    if (one.op === 'wait' && one.legs.length > 1 && steps.some(({ node }) => node === one.legs[1]?.node))
      met.add('fused wait')
  }
  return met
}

function nameOf(kind: string, port: string | null): string {
  if (kind === 'split') return 'arm'
  return kind === 'branch' && port !== 'else' ? 'case' : String(port)
}
