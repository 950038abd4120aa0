import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loops } from './loops.ts'
import { reachable, structureOf } from './structure.ts'

/** Random small graphs as lists of successors. */
const graphs = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const id = fc.integer({ min: 0, max: size - 1 }).map(String)
  const rows = fc.array(fc.array(id, { maxLength: 3 }), { minLength: size, maxLength: size })
  return rows.map((list) => new Map(list.map((next, index) => [String(index), next])))
})

function follow(graph: ReadonlyMap<string, string[]>) {
  return (id: string): readonly string[] => graph.get(id) ?? []
}

test('the walk goes depth first in the order of the ports', () => {
  const graph = new Map([
    ['a', ['b', 'c']],
    ['b', ['d']],
    ['c', ['d', 'e']],
  ])
  expect(reachable('a', follow(graph))).toEqual(['a', 'b', 'd', 'c', 'e'])
})

test('a loop is every node that can come back to itself, with those it meets on the way', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const next = follow(graph)
      const ids = [...graph.keys()]
      const from = (id: string): Set<string> => new Set(next(id).flatMap((to) => reachable(to, next)))
      const found = loops(ids, next)
      expect(found.flat().sort()).toEqual(ids.filter((id) => from(id).has(id)))
      for (const loop of found) {
        const [first = ''] = loop
        const mates = ids.filter((id) => from(first).has(id) && from(id).has(first))
        expect(loop).toEqual(mates)
      }
    }),
    { numRuns: 1_000 },
  )
})

test('only loops among the named nodes count', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['a', 'b']],
  ])
  expect(loops(['a'], follow(graph))).toEqual([])
  expect(loops(['b'], follow(graph))).toEqual([['b']])
})

test('a chain of thousands is walked without running out of stack', () => {
  const next = (id: string): string[] => (Number(id) < 20_000 ? [String(Number(id) + 1)] : ['0'])
  const ids = reachable('0', next)
  expect(ids).toHaveLength(20_001)
  expect(loops(ids, next)).toHaveLength(1)
})

test('edges come in one order, whatever order they were drawn in', () => {
  const edges = [
    { from: 'a', port: 'y', to: 'b' },
    { from: 'a', port: 'x', to: 'c' },
    { from: 'a', port: 'x', to: 'b' },
  ]
  const base = { format: 'millrace.journey/1' as const, name: 'n', timeZone: 'UTC', nodes: [], notes: [] }
  const settings = { reentry: { mode: 'never' as const } }
  const structure = structureOf({ ...base, settings, edges })
  expect(structure.edgesFrom('a').map(({ port, to }) => port + to)).toEqual(['xb', 'xc', 'yb'])
  expect(structure.edgesFrom('a', 'x')).toHaveLength(2)
  expect(structure.edgesFrom('b')).toEqual([])
})
