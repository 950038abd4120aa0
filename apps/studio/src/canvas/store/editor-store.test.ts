import type { Journey } from '@millrace/graph'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connect, insertOnEdge, removeEdges } from '../document/edges.ts'
import { addNode, duplicateNodes, moveNodes, removeNodes, setConfig, setTitle } from '../document/nodes.ts'
import { edgeId } from '../document/parts.ts'
import { renameJourney } from '../document/settings.ts'
import { testJourney } from '../test-journey.ts'
import { createEditorStore } from './editor-store.ts'

const ids = ['in', 'wait', 'remind', 'end']
const anyId = fc.constantFrom(...ids)
const message = (id: string) => ({
  id,
  kind: 'send-message',
  config: { channel: 'inbox', text: 'Hello' },
  position: { x: 400, y: 0 },
})

type Change = (journey: Journey) => Journey
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  anyId.map(
    (id): Change =>
      (journey) =>
        removeNodes(journey, new Set([id])),
  ),
  fc.string({ minLength: 8, maxLength: 8 }).map(
    (id): Change =>
      (journey) =>
        addNode(journey, message(id)),
  ),
  fc.record({ id: anyId, x: fc.integer(), y: fc.integer() }).map(
    ({ id, x, y }): Change =>
      (journey) =>
        moveNodes(journey, new Map([[id, { x, y }]])),
  ),
  fc.tuple(anyId, fc.string()).map(
    ([id, title]): Change =>
      (journey) =>
        setTitle(journey, id, title),
  ),
  fc.tuple(anyId, anyId).map(
    ([from, to]): Change =>
      (journey) =>
        connect(journey, { from, port: 'next', to }),
  ),
  fc.string().map(
    (name): Change =>
      (journey) =>
        renameJourney(journey, name),
  ),
  anyId.map(
    (from): Change =>
      (journey) =>
        removeEdges(journey, new Set([edgeId({ from, port: 'next' })])),
  ),
)

describe('undo and redo', () => {
  test('undo returns the very documents in reverse order, redo the same again', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        const store = createEditorStore(testJourney())
        const seen = [store.getState().document]
        for (const change of changes) {
          store.getState().apply(change)
          const { document } = store.getState()
          if (document !== seen.at(-1)) seen.push(document)
        }
        for (const document of seen.toReversed()) {
          expect(store.getState().document).toBe(document)
          store.getState().undo()
        }
        expect(store.getState().past).toEqual([])
        for (const document of seen) {
          expect(store.getState().document).toBe(document)
          store.getState().redo()
        }
        expect(store.getState().future).toEqual([])
      }),
    )
  })

  test('one gesture is one step, however much it changes', () => {
    const store = createEditorStore(testJourney())
    store.getState().apply((journey) =>
      moveNodes(
        journey,
        new Map([
          ['wait', { x: 8, y: 80 }],
          ['remind', { x: 80, y: 200 }],
        ]),
      ),
    )
    expect(store.getState().past).toHaveLength(1)
  })

  test('typing in one field joins into a step until it pauses, ends or goes elsewhere', () => {
    let now = 0
    const store = createEditorStore(testJourney(), { now: () => now })
    const type = (title: string, gesture = 'title wait') => {
      now += 100
      store.getState().apply((journey) => setTitle(journey, 'wait', title), gesture)
    }
    type('P')
    type('Pa')
    type('Pay')
    expect(store.getState().past).toHaveLength(1)
    now += 5_000
    type('Paym')
    expect(store.getState().past).toHaveLength(2)
    store.getState().endGesture()
    type('Payme')
    expect(store.getState().past).toHaveLength(3)
    type('Paymen', 'title of another')
    expect(store.getState().past).toHaveLength(4)
    for (let step = 0; step < 4; step++) store.getState().undo()
    expect(store.getState().document.nodes[1]?.title).toBeUndefined()
  })

  test('deleting a node with two ports and undoing brings back its edges and settings', () => {
    const store = createEditorStore(testJourney())
    const before = store.getState().document
    store.getState().apply((journey) => removeNodes(journey, new Set(['wait'])))
    expect(store.getState().document.edges).toEqual([{ from: 'remind', port: 'next', to: 'end' }])
    store.getState().undo()
    expect(store.getState().document).toBe(before)
  })

  test('putting a node into an edge wires both sides and is undone in one step', () => {
    const store = createEditorStore(testJourney())
    store.getState().apply((journey) => insertOnEdge(journey, { from: 'in', port: 'next' }, message('new')))
    const { edges, nodes } = store.getState().document
    expect(edges).toContainEqual({ from: 'in', port: 'next', to: 'new' })
    expect(edges).toContainEqual({ from: 'new', port: 'next', to: 'wait' })
    expect(nodes.find(({ id }) => id === 'wait')?.position.y).toBeGreaterThan(64)
    store.getState().undo()
    expect(store.getState().document).toEqual(testJourney())
  })

  test('selecting is no step and never outlives its nodes', () => {
    const store = createEditorStore(testJourney())
    store.getState().select(['wait'], [edgeId({ from: 'wait', port: 'timeout' })])
    expect(store.getState().past).toHaveLength(0)
    store.getState().apply((journey) => removeNodes(journey, new Set(['wait'])))
    expect([...store.getState().selection, ...store.getState().selectedEdges]).toEqual([])
  })

  test('a new change after an undo forgets what could be redone', () => {
    const store = createEditorStore(testJourney())
    store.getState().apply((journey) => setTitle(journey, 'wait', 'A'))
    store.getState().undo()
    store.getState().apply((journey) => setTitle(journey, 'wait', 'B'))
    store.getState().redo()
    expect(store.getState().document.nodes[1]?.title).toBe('B')
  })
})

describe('changes of the document', () => {
  test('a change that changes nothing returns the very document', () => {
    const journey = testJourney()
    expect(setTitle(journey, 'wait', '')).toBe(journey)
    expect(setConfig(journey, 'wait', { event: 'order.paid', timeout: 'PT24H' })).toBe(journey)
    expect(moveNodes(journey, new Map([['wait', { x: 0, y: 64 }]]))).toBe(journey)
    expect(connect(journey, { from: 'in', port: 'next', to: 'wait' })).toBe(journey)
  })

  test('what a change does not touch stays the very object', () => {
    const journey = testJourney()
    const next = setTitle(journey, 'wait', 'Payment')
    expect(next.nodes[0]).toBe(journey.nodes[0])
    expect(next.edges).toBe(journey.edges)
  })

  test('a port that a config loses takes its edge along', () => {
    const when = { combinator: 'and', rules: [] }
    const branch = { id: 'branch', kind: 'branch', config: {}, position: { x: 0, y: 0 } }
    const two = {
      cases: [
        { id: 'a', name: 'A', when },
        { id: 'b', name: 'B', when },
      ],
    }
    let journey = setConfig(addNode(testJourney(), branch), 'branch', two)
    journey = connect(journey, { from: 'branch', port: 'a', to: 'end' })
    journey = connect(journey, { from: 'branch', port: 'b', to: 'end' })
    const one = setConfig(journey, 'branch', { cases: [{ id: 'b', name: 'B', when }] })
    expect(one.edges.filter(({ from }) => from === 'branch')).toEqual([
      { from: 'branch', port: 'b', to: 'end' },
    ])
  })

  test('a wire into an entry or out of a port that is none is refused', () => {
    const journey = testJourney()
    expect(connect(journey, { from: 'remind', port: 'next', to: 'in' })).toBe(journey)
    expect(connect(journey, { from: 'remind', port: 'nowhere', to: 'end' })).toBe(journey)
  })

  test('a copy has its inner edges and new ids, and an entry is never doubled', () => {
    let count = 0
    const newId = (kind: string) => `${kind}-${++count}`
    const { journey, copies } = duplicateNodes(testJourney(), new Set(['in', 'wait', 'remind']), {
      newId,
      offset: { x: 300, y: 0 },
    })
    expect([...copies]).toEqual(['wait-for-event-1', 'send-message-2'])
    expect(journey.edges.slice(4)).toEqual([
      { from: 'wait-for-event-1', port: 'timeout', to: 'send-message-2' },
    ])
    expect(journey.nodes.filter(({ kind }) => kind === 'entry')).toHaveLength(1)
  })
})
