import { describe, expect, test } from 'vitest'
import { addAt, addBeside, deleteSelection, duplicateSelection, insertAt } from './actions.ts'
import { edgeId } from './document/parts.ts'
import { nodeBox, overlaps } from './geometry/box.ts'
import { createEditorStore } from './store/editor-store.ts'
import { testJourney } from './test-journey.ts'

const open = () => createEditorStore(testJourney())
const documentOf = (editor: ReturnType<typeof open>) => editor.getState().document

describe('adding by click or Enter', () => {
  test('wires the node to the first free port of what is selected, below it and clear of all others', () => {
    const editor = open()
    editor.getState().apply((journey) => ({ ...journey, edges: journey.edges.slice(0, 2) }))
    editor.getState().select(['wait'])
    const id = addBeside(editor, 'award-points')
    const { nodes, edges } = documentOf(editor)
    expect(edges).toContainEqual({ from: 'wait', port: 'timeout', to: id })
    const added = nodes.find((node) => node.id === id)
    if (added === undefined) throw new Error('The node was added.')
    expect(added.position.y).toBeGreaterThan(64)
    const others = nodes.filter((node) => node.id !== id)
    expect(others.some((node) => overlaps(nodeBox(node), nodeBox(added), 0))).toBe(false)
    expect([...editor.getState().selection]).toEqual([id])
  })

  test('with nothing selected wires the only node that leads nowhere yet', () => {
    const editor = createEditorStore({ ...testJourney(), edges: [] })
    editor.getState().apply((journey) => ({ ...journey, nodes: journey.nodes.slice(0, 1) }))
    const id = addBeside(editor, 'delay')
    expect(documentOf(editor).edges).toEqual([{ from: 'in', port: 'next', to: id }])
  })

  test('never wires a failure port unasked: with the others taken the node stands below on its own', () => {
    const editor = open()
    editor.getState().select(['remind'])
    const id = addBeside(editor, 'award-points')
    expect(documentOf(editor).edges.some(({ to }) => to === id)).toBe(false)
  })

  test('is one step', () => {
    const editor = open()
    const before = documentOf(editor)
    editor.getState().select(['remind'])
    addBeside(editor, 'delay')
    editor.getState().undo()
    expect(documentOf(editor)).toBe(before)
  })
})

test('a wire dropped on empty canvas leads to the node that is chosen there', () => {
  const editor = open()
  addAt(editor, 'set-tag', { at: { x: 500, y: 300 }, wire: { from: 'remind', port: 'failed' } })
  const added = documentOf(editor).nodes.at(-1)
  expect(added).toMatchObject({ kind: 'set-tag', position: { x: 376, y: 304 } })
  expect(documentOf(editor).edges.at(-1)).toEqual({ from: 'remind', port: 'failed', to: added?.id })
})

test('the + of an edge puts a node between, under its source', () => {
  const editor = open()
  insertAt(editor, 'delay', { from: 'in', port: 'next' })
  const added = documentOf(editor).nodes.at(-1)
  expect(documentOf(editor).edges.filter(({ from, to }) => from === added?.id || to === added?.id)).toEqual([
    { from: 'in', port: 'next', to: added?.id },
    { from: added?.id, port: 'next', to: 'wait' },
  ])
})

test('what is selected goes at once, nodes and edges together', () => {
  const editor = open()
  const before = documentOf(editor)
  editor.getState().select(['remind'], [edgeId({ from: 'in', port: 'next' })])
  deleteSelection(editor)
  expect(documentOf(editor).nodes).toHaveLength(3)
  expect(documentOf(editor).edges).toEqual([{ from: 'wait', port: 'received', to: 'end' }])
  editor.getState().undo()
  expect(documentOf(editor)).toBe(before)
})

test('a copy stands beside the original and is selected in its place', () => {
  const editor = open()
  editor.getState().select(['wait', 'remind'])
  duplicateSelection(editor)
  const copies = documentOf(editor).nodes.slice(4)
  expect(copies.map(({ kind }) => kind)).toEqual(['wait-for-event', 'send-message'])
  expect(editor.getState().selection).toEqual(new Set(copies.map(({ id }) => id)))
  expect(Math.min(...copies.map(({ position }) => position.x))).toBeGreaterThan(256)
})
