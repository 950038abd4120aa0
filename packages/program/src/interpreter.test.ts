import { beforeEach, expect, test } from 'vitest'
import type { BlockEnd, BlockStart, Waiting, Wake } from './host.ts'
import { runBlock } from './interpreter.ts'
import type { Branch, Program } from './program.ts'
import { act, eventOf, HOUR, programOf, START, sleepOf, World, wait } from './testing/world.ts'

let world: World
beforeEach(() => {
  world = new World()
})

const first: BlockStart = {
  turn: 0,
  cursor: { seq: 1, at: START },
  seq: 1,
  wake: { why: 'enter', at: START },
}

function run(program: Program, start: BlockStart = first): Promise<BlockEnd> {
  return runBlock(program, start, world)
}

function goOn(program: Program, before: BlockEnd, wake: Wake): Promise<BlockEnd> {
  return run(program, { turn: 1, cursor: before.cursor, seq: before.seq, wake })
}

function waitingOf({ standing }: BlockEnd): Waiting {
  if (standing.state !== 'waiting') throw new Error(`It is ${standing.state}.`)
  return standing.waiting
}

const trace = ({ steps }: BlockEnd) =>
  steps.map(({ node, port, at }) => `${node} ${port} ${(at - START) / HOUR}`)

test('a block runs effects in order, each with a key of its own, to the end', async () => {
  const end = await run(programOf('a', { a: act('a', 'b'), b: act('b', 'out') }))
  expect(trace(end)).toEqual(['in next 0', 'a next 0', 'b next 0', 'out null 0'])
  expect(world.performed).toEqual(['a 0/1', 'b 0/2'])
  expect(end.standing).toEqual({ state: 'completed', at: START })
})

test('a port without an edge completes the enrolment there', async () => {
  expect((await run(programOf(null, {}))).standing).toEqual({ state: 'completed', at: START })
  expect((await run(programOf('a', { a: act('a', null) }))).standing.state).toBe('completed')
})

test('an effect’s port and output decide the way and stand in the trace', async () => {
  world.outcomes = { a: { port: 'unavailable', output: { stock: 0 } } }
  const end = await run(programOf('a', { a: act('a', null) }))
  expect(trace(end)).toEqual(['in next 0', 'a unavailable 0', 'out null 0'])
  expect(end.steps[1]?.output).toEqual({ stock: 0 })
})

test('an effect that needs attention stops before its visit ends, and retry runs it again', async () => {
  const message = { zh: '不是数字', en: 'Not a number' }
  world.outcomes = { a: { attention: { code: 'not-a-number', message } } }
  const program = programOf('a', { a: act('a', 'out') })
  const end = await run(program)
  expect(trace(end)).toEqual(['in next 0'])
  expect(end.standing).toEqual({
    state: 'needs-attention',
    label: 'a',
    reason: { code: 'not-a-number', node: 'a', message },
  })
  world.outcomes = {}
  expect(trace(await goOn(program, end, { why: 'retry', label: 'a' }))).toEqual(['a next 0', 'out null 0'])
  expect(world.performed).toEqual(['a 1/0'])
})

test('skip leaves an effect by "next" undone, and a wait as if its time had come', async () => {
  const program = programOf('a', { a: act('a', 'w'), w: wait('out', sleepOf('s', { attribute: 'x' })) })
  const end = await goOn(program, await run(program), { why: 'skip', label: 'a' })
  expect(end.steps).toMatchObject([{ node: 'a', port: 'next', output: { skipped: true } }])
  expect(end.standing).toMatchObject({
    state: 'needs-attention',
    label: 'w',
    reason: { code: 'no-time', node: 's' },
  })
  expect(trace(await goOn(program, end, { why: 'skip', label: 'w' }))).toEqual(['s next 0', 'out null 0'])
  expect(world.performed).toEqual(['a 0/1'])
})

test('a branch leaves by its first case that holds and tells what it saw', async () => {
  const rule = (value: number) => ({
    combinator: 'and' as const,
    rules: [{ field: 'points', operator: '>=', value }],
  })
  const branch: Branch = {
    op: 'branch',
    node: 'b',
    kind: 'branch',
    cases: [
      { port: 'gold', when: rule(100), to: null },
      { port: 'silver', when: rule(10), to: 'out' },
    ],
    else: null,
  }
  world.facts_ = { points: 50 }
  const silver = await run(programOf('b', { b: branch }))
  expect(trace(silver)).toEqual(['in next 0', 'b silver 0', 'out null 0'])
  expect(silver.steps[1]?.reads).toEqual({ points: 50 })
  world.facts_ = { points: 5 }
  expect(trace(await run(programOf('b', { b: branch })))).toEqual(['in next 0', 'b else 0'])
})

test('a split leaves by the arm that the host names', async () => {
  const arms = ['a', 'b'].map((port) => ({ port, weight: 1, to: port === 'b' ? 'out' : null }))
  const end = await run(programOf('s', { s: { op: 'split', node: 's', kind: 'split', arms } }))
  expect(trace(end)).toEqual(['in next 0', 's b 0', 'out null 0'])
  expect(end.steps[1]?.reads).toEqual({ bucket: 7 })
})

test('a wait stops the block, and its time leaves every leg when it was due', async () => {
  const program = programOf('w', {
    w: wait('out', sleepOf('s', { for: 'PT1H' }), eventOf('e', 'PT2H', 'out')),
  })
  const end = await run(program)
  expect(trace(end)).toEqual(['in next 0'])
  expect(waitingOf(end).legs.map(({ due }) => (due - START) / HOUR)).toEqual([1, 3])
  world.now = START + 5 * HOUR
  const later = await goOn(program, end, { why: 'due', waiting: waitingOf(end) })
  expect(trace(later)).toEqual(['s next 1', 'e timeout 3', 'out null 5'])
  expect(later.cursor).toEqual({ seq: 1, at: START + 3 * HOUR })
})

test('an event that answers moves the cursor and becomes the event at hand', async () => {
  const program = programOf('w', {
    w: wait(null, sleepOf('s', { for: 'PT1H' }), eventOf('e', 'PT2H', 'out')),
  })
  const end = await run(program)
  world.now = START + 2 * HOUR
  const answer = { leg: 1, seq: 4, at: START + 2 * HOUR }
  const later = await goOn(program, end, { why: 'answered', waiting: waitingOf(end), answer })
  expect(trace(later)).toEqual(['s next 1', 'e received 2', 'out null 2'])
  expect([later.cursor, later.seq]).toEqual([{ seq: 4, at: START + 2 * HOUR }, 4])
})

test('an event that came before the wait was written answers it, but never the next wait too', async () => {
  world.now = START + HOUR
  world.events = [{ type: 'order.paid', seq: 2, stamp: START }]
  const program = programOf('w', {
    w: wait(null, eventOf('e', 'PT1H', 'v')),
    v: wait(null, eventOf('f', 'PT1H', 'out')),
  })
  const end = await run(program)
  expect(trace(end)).toEqual(['in next 0', 'e received 0'])
  expect(waitingOf(end).label).toBe('v')
})

test('after a timer only what arrived once it was due answers the next wait', async () => {
  const program = programOf('w', {
    w: wait('v', sleepOf('s', { for: 'PT1H' })),
    v: wait(null, eventOf('e', 'PT9H', 'out')),
  })
  const end = await run(program)
  world.now = START + 2 * HOUR
  world.events = [{ type: 'order.paid', seq: 2, stamp: START + HOUR - 1 }]
  expect((await goOn(program, end, { why: 'due', waiting: waitingOf(end) })).standing.state).toBe('waiting')
  world.events.push({ type: 'order.paid', seq: 3, stamp: START + HOUR })
  const later = await goOn(program, end, { why: 'due', waiting: waitingOf(end) })
  expect(trace(later)).toEqual(['s next 1', 'e received 1', 'out null 2'])
})

test('a wait already past goes on in the same block', async () => {
  const end = await run(programOf('w', { w: wait('out', sleepOf('s', { date: '2020-01-01' })) }))
  expect(trace(end)).toEqual(['in next 0', 's next 0', 'out null 0'])
})

test('an effect whose outcome is awaited ends its visit with the outcome, and its output is kept', async () => {
  world.outcomes = { a: { port: 'next', output: { delivery: 'd' }, awaits: 'd' } }
  const leg = { type: 'outcome' as const, node: 'a', kind: 'send-message', timeout: 'PT10M', failed: null }
  const program = programOf('a', { a: act('a', 'out', { hold: 'a#1' }), 'a#1': wait('out', leg) })
  const end = await run(program)
  expect(trace(end)).toEqual(['in next 0'])
  const waiting = waitingOf(end)
  expect(waiting.awaits).toEqual({ delivery: 'd', output: { delivery: 'd' } })
  const failed = await goOn(program, end, { why: 'outcome', waiting, port: 'failed', at: START + 1 })
  expect(failed.steps).toMatchObject([{ node: 'a', port: 'failed', output: { delivery: 'd' } }])
  world.now = START + HOUR
  const silent = await goOn(program, end, { why: 'due', waiting })
  expect(trace(silent)).toEqual([`a next ${1 / 6}`, 'out null 1'])
})

test('a loop whose wait is always past needs attention instead of running for ever', async () => {
  const loop = programOf('a', { a: act('a', 'w'), w: wait('a', sleepOf('s', { date: '2020-01-01' })) })
  const end = await run(loop)
  expect(end.standing).toMatchObject({
    state: 'needs-attention',
    label: 'w',
    reason: { code: 'endless-loop', node: 's' },
  })
  expect(world.performed).toHaveLength(11)
  expect((await goOn(loop, end, { why: 'skip', label: 'w' })).standing.state).toBe('needs-attention')
})

test('a loop that takes a hundred waiting events is none that runs for ever', async () => {
  world.events = Array.from({ length: 100 }, (_, index) => ({
    type: 'order.paid',
    seq: index + 2,
    stamp: START,
  }))
  const end = await run(programOf('w', { w: wait(null, eventOf('e', 'PT1H', 'a')), a: act('a', 'w') }))
  expect(world.performed).toHaveLength(100)
  expect([end.standing.state, end.seq]).toEqual(['waiting', 101])
})

test('a block takes two hundred events that are there already, and leaves the next one to the block after it', async () => {
  world.events = Array.from({ length: 450 }, (_, i) => ({ type: 'order.paid', seq: i + 2, stamp: START }))
  const loop = programOf('w', { w: wait(null, eventOf('e', 'PT1H', 'a')), a: act('a', 'w') })
  let end = await run(loop)
  expect(world.performed).toHaveLength(200)
  for (let blocks = 0; end.standing.state === 'waiting' && end.standing.answer; blocks++) {
    expect(blocks).toBeLessThan(3)
    const { waiting, answer } = end.standing
    end = await goOn(loop, end, { why: 'answered', waiting, answer })
  }
  expect(world.performed).toHaveLength(450)
  expect([end.standing.state, end.seq]).toEqual(['waiting', 451])
})

test('the steps of a block are numbered and carry its turn', async () => {
  const end = await run(programOf('a', { a: act('a', 'out') }), { ...first, turn: 6 })
  expect(end.steps.map(({ turn, step }) => [turn, step])).toEqual([
    [6, 0],
    [6, 1],
    [6, 2],
  ])
})

test('a program that names an instruction it lacks is a programmer’s fault', async () => {
  await expect(run(programOf('gone', {}))).rejects.toThrow('no instruction gone')
})
