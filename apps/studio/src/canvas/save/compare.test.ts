import { expect, test } from 'vitest'
import { connect } from '../document/edges.ts'
import { addNode, moveNodes, removeNodes, setTitle } from '../document/nodes.ts'
import { testJourney } from '../test-journey.ts'
import { compareJourneys } from './compare.ts'

test('names what was added, removed, changed and moved', () => {
  const before = testJourney()
  const tag = { id: 'tag', kind: 'set-tag', config: {}, position: { x: 0, y: 0 } }
  let after = addNode(removeNodes(before, new Set(['remind'])), tag)
  after = setTitle(moveNodes(after, new Map([['end', { x: 8, y: 8 }]])), 'in', 'Start')
  const difference = compareJourneys(before, after)
  expect(difference.added.map(({ id }) => id)).toEqual(['tag'])
  expect(difference.removed.map(({ id }) => id)).toEqual(['remind'])
  expect(difference.changed.map(({ id }) => id)).toEqual(['in', 'wait'])
  expect(difference.moved).toBe(1)
  expect(difference.journey).toBe(false)
})

test('a config whose keys a database has put in another order is no change', () => {
  const before = testJourney()
  const [entry, wait, ...rest] = before.nodes
  if (entry === undefined || wait === undefined) throw new Error('The test journey has a wait.')
  const config = Object.fromEntries(Object.entries(wait.config).toReversed())
  const after = { ...before, nodes: [entry, { ...wait, config }, ...rest] }
  expect(compareJourneys(before, after).changed).toEqual([])
})

test('a wire that leads elsewhere changes the node that it leaves', () => {
  const before = testJourney()
  const after = connect(before, { from: 'wait', port: 'timeout', to: 'end' })
  expect(compareJourneys(before, after).changed.map(({ id }) => id)).toEqual(['wait'])
})
