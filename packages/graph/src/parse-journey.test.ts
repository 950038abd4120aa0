import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJourney } from './parse-journey.ts'

const entry = { id: 'in', kind: 'entry', config: { on: {} }, position: { x: 0, y: 0 } }
const whole = {
  format: 'millrace.journey/1',
  name: '新客 30 天',
  timeZone: 'Asia/Shanghai',
  settings: { reentry: { mode: 'never' } },
  nodes: [entry],
  edges: [{ from: 'in', port: 'next', to: 'nowhere' }],
  notes: [{ id: 'n', text: '首等 24 小时', position: { x: 1, y: 2 }, size: { width: 200, height: 80 } }],
}

function faultsOf(document: unknown): string[] {
  const parsed = parseJourney(document)
  return 'faults' in parsed ? parsed.faults.map(({ path, code }) => `${path} ${code}`) : []
}

function withNode(own: object) {
  return { ...whole, nodes: [{ ...entry, ...own }] }
}

function deep(levels: number): unknown {
  return levels === 0 ? 1 : { inner: deep(levels - 1) }
}

test('a draft is kept with whatever its configs and edges say', () => {
  expect(parseJourney(whole)).toEqual({ journey: whole })
  expect(faultsOf(withNode({ kind: 'no-such-kind', config: { any: [1, null, { x: true }] } }))).toEqual([])
})

test('notes may be left out', () => {
  const { notes: _, ...bare } = whole
  expect(parseJourney(bare)).toEqual({ journey: { ...whole, notes: [] } })
})

test.each([
  ['another format', { ...whole, format: 'millrace.journey/2' }, ['format not-a-choice']],
  ['no name', { ...whole, name: '' }, ['name too-short']],
  ['an unknown zone', { ...whole, timeZone: 'Mars/Base' }, ['timeZone bad-time-zone']],
  ['a fixed offset for a zone', { ...whole, timeZone: '+08:00' }, ['timeZone bad-time-zone']],
  ['an unknown setting', { ...whole, goal: 1 }, ['goal unknown-key']],
  ['no re-entry mode', { ...whole, settings: { reentry: {} } }, ['settings.reentry.mode not-a-choice']],
  [
    'a cool-down that is none',
    { ...whole, settings: { reentry: { mode: 'after-exit', coolDown: 'soon' } } },
    ['settings.reentry.coolDown bad-duration'],
  ],
  ['two nodes of one id', { ...whole, nodes: [entry, entry] }, ['nodes.1.id duplicate-id']],
  ['an id with our sign', withNode({ id: 'in#1' }), ['nodes.0.id bad-id']],
  ['an id that every object has', withNode({ id: '__proto__' }), ['nodes.0.id bad-id']],
  ['a config that is a list', withNode({ config: [] }), ['nodes.0.config wrong-type']],
  ['no config', withNode({ config: undefined }), ['nodes.0.config missing']],
  ['a node at no place', withNode({ position: { x: 0 } }), ['nodes.0.position.y missing']],
  ['NUL in a config', withNode({ config: { text: ['a\0b'] } }), ['nodes.0.config.text.0 bad-text']],
  ['half a character in a title', withNode({ title: '\ud83d' }), ['nodes.0.title bad-text']],
  [
    'a config of many values',
    withNode({ config: { list: Array(10_001).fill(0) } }),
    ['nodes.0.config.list.10000 too-large'],
  ],
  ['an edge without a port', { ...whole, edges: [{ from: 'a', to: 'b' }] }, ['edges.0.port missing']],
  [
    'too many nodes',
    { ...whole, nodes: Array.from({ length: 5_001 }, (_, i) => ({ ...entry, id: `n${i}` })) },
    ['nodes too-long'],
  ],
  ['a list', [], [' wrong-type']],
  ['nothing', undefined, [' missing']],
])('%s is refused at its place', (_, document, faults) => {
  expect(faultsOf(document)).toEqual(faults)
})

test('a config nested out of all measure is refused, not a crash', () => {
  const [fault] = faultsOf(withNode({ config: { very: deep(5_000) } }))
  expect(fault).toMatch(/^nodes\.0\.config\.very\..* too-deep$/)
})

test('every fault says in both languages what to do, at most a hundred at once', () => {
  const nodes = Array.from({ length: 300 }, () => 1)
  const parsed = parseJourney({ ...whole, nodes, name: 5 })
  const faults = 'faults' in parsed ? parsed.faults : []
  expect(faults).toHaveLength(100)
  for (const { message } of faults) expect([message.zh, message.en]).not.toContain('')
})

test('no JSON makes it throw', () => {
  const keys = fc.constantFrom(...Object.keys(whole))
  fc.assert(
    fc.property(fc.jsonValue(), keys, (value, key) => {
      parseJourney(value)
      expect(parseJourney({ ...whole, [key]: value })).toSatisfy(
        (out) => 'journey' in out || out.faults.length > 0,
      )
    }),
  )
})
