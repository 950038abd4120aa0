import { compile } from '@millrace/compiler'
import { type Journey, parseJourney } from '@millrace/graph'
import { expect, test } from 'vitest'
import { createSimulation, delivered, type Setup } from './index.ts'

const START = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000

type Drawn = Readonly<Record<string, readonly [kind: string, config: object]>>

/** A simulation of nodes after an entry by `contact.followed`, joined by `from port to`. */
function simulate(nodes: Drawn, edges: readonly string[], more: Partial<Setup> = {}) {
  const parsed = parseJourney({
    format: 'millrace.journey/1',
    name: '旅程',
    timeZone: 'Asia/Shanghai',
    settings: { reentry: { mode: 'never' } },
    nodes: Object.entries({ in: ['entry', { on: { event: 'contact.followed' } }] as const, ...nodes }).map(
      ([id, [kind, config]]) => ({ id, kind, config, position: { x: 0, y: 0 } }),
    ),
    edges: edges.map((edge) => {
      const [from, port, to] = edge.split(' ')
      return { from, port, to }
    }),
    notes: [],
  })
  return createSimulation({
    program: programOf('journey' in parsed ? parsed.journey : undefined),
    ...{ journeyId: 'journey', start: START, channels: { inbox: delivered } },
    contacts: [{ id: 'a' }],
    ...more,
  })
}

function programOf(journey: Journey | undefined) {
  const context = { coupons: new Set(['c']), channels: new Set(['inbox']) }
  const compiled = journey && compile(journey, context)
  if (compiled?.program === undefined) throw new Error(JSON.stringify(compiled?.diagnostics))
  return compiled.program
}

const followed = [{ contact: 'a', type: 'contact.followed' }]
const paid = [{ contact: 'a', type: 'order.paid' }]
const waiting: Drawn = { pay: ['wait-for-event', { event: 'order.paid', timeout: 'PT1H' }] }

const wayOf = (simulation: ReturnType<typeof simulate>) =>
  simulation.enrolments().map(({ trace }) => trace.map(({ node, port }) => `${node}>${port}`).join(' '))

test('an event before the deadline answers, one at it never does', async () => {
  for (const [after, way] of [
    [HOUR - 1, 'in>next pay>received'],
    [HOUR, 'in>next pay>timeout'],
  ] as const) {
    const simulation = simulate(waiting, ['in next pay'])
    await simulation.ingest(followed)
    await simulation.advanceTo(START + after)
    await simulation.ingest(paid)
    expect(wayOf(simulation)).toEqual([way])
  }
})

test('an event that comes with the entering one answers the wait after it', async () => {
  const simulation = simulate(waiting, ['in next pay'])
  await simulation.ingest([...followed, ...paid])
  expect(wayOf(simulation)).toEqual(['in>next pay>received'])
})

test('a journey runs to its end in no time, and stays still when nothing is due', async () => {
  const nodes: Drawn = {
    sleep: ['delay', { for: 'P30D' }],
    coupon: ['grant-coupon', { coupon: 'c' }],
    say: ['send-message', { channel: 'inbox', text: '{{ contact.name | default: "朋友" }}' }],
  }
  const edges = ['in next sleep', 'sleep next coupon', 'coupon next say']
  const simulation = simulate(nodes, edges, { coupons: [{ id: 'c', stock: 1, validFor: 'P1D' }] })
  await simulation.ingest(followed)
  expect(simulation.enrolments()).toMatchObject([{ state: 'waiting', node: 'sleep' }])
  expect(await simulation.runToEnd()).toBe('quiet')
  const at = START + 30 * 24 * HOUR
  expect(simulation.now).toBe(at)
  expect(simulation.enrolments()).toMatchObject([{ state: 'completed', endedAt: at }])
  expect(simulation.coupons()).toMatchObject([
    { id: 'c', granted: 1, remaining: 0, grants: [{ contact: 'a', expiresAt: at + 24 * HOUR }] },
  ])
  expect(simulation.deliveries()).toMatchObject([{ state: 'delivered', text: '朋友', at }])
})

test('a loop of waits is stopped by a limit, of time or of blocks', async () => {
  const nodes: Drawn = { sleep: ['delay', { for: 'PT1M' }], tag: ['set-tag', { add: ['x'] }] }
  const simulation = simulate(nodes, ['in next sleep', 'sleep next tag', 'tag next sleep'])
  await simulation.ingest(followed)
  expect(await simulation.runToEnd({ blocks: 5 })).toBe('limit')
  expect(simulation.blocks).toBe(6)
  expect(await simulation.runToEnd({ until: START + HOUR })).toBe('limit')
  expect(simulation.blocks).toBe(61)
})

test('a pause records entries and lets clocks run; what was due goes on when the journey is resumed', async () => {
  const nodes: Drawn = { say: ['send-message', { channel: 'inbox', text: '你好' }], ...waiting }
  const simulation = simulate(nodes, ['in next say', 'say next pay'])
  await simulation.ingest(followed)
  simulation.pause()
  await simulation.ingest([{ contact: 'b', type: 'contact.followed' }])
  await simulation.advanceTo(START + 2 * HOUR)
  expect(simulation.enrolments()).toMatchObject([{ state: 'paused' }, { state: 'paused', trace: [] }])
  expect(simulation.deliveries()).toMatchObject([{ state: 'queued' }])
  await simulation.resume()
  await simulation.advanceTo(simulation.now)
  expect(simulation.enrolments()).toMatchObject([{ state: 'completed' }, { state: 'waiting', node: 'pay' }])
  expect(simulation.deliveries()).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }])
})

test('an enrolment that needs attention is mended and retried, skipped or taken out', async () => {
  const nodes: Drawn = { award: ['award-points', { points: '{{ contact.level }}' }], ...waiting }
  const simulation = simulate(nodes, ['in next award', 'award next pay'])
  await simulation.ingest([...'abc'].map((contact) => ({ contact, type: 'contact.followed' })))
  const [a = '', b = '', c = ''] = simulation.enrolments().map(({ id }) => id)
  expect(simulation.enrolments()).toMatchObject(Array(3).fill({ reason: { code: 'points-not-a-number' } }))
  simulation.upsert([{ id: 'a', attributes: { level: 7 } }])
  expect(await simulation.retry(a)).toBeNull()
  expect(await simulation.skip(b)).toBeNull()
  expect(simulation.exit(c)).toBeNull()
  expect([await simulation.retry(a), await simulation.skip('nobody'), simulation.exit(c)]).toEqual([
    'not-stuck',
    'no-enrolment',
    'ended',
  ])
  expect(simulation.enrolments().map(({ state }) => state)).toEqual(['waiting', 'waiting', 'exited'])
  expect(simulation.contacts().map(({ points }) => points)).toEqual([7, 0, 0])
})
