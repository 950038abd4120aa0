import type { Journey } from '@millrace/graph'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setTitle } from '../document/nodes.ts'
import { createEditorStore } from '../store/editor-store.ts'
import { testJourney } from '../test-journey.ts'
import { type AutosaveOptions, createAutosave, type SavedJourney, type SaveOutcome } from './autosave.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server of one journey, as far as saving sees it. */
function open(answers: SaveOutcome[] = [], options: Partial<AutosaveOptions> = {}) {
  const saved = { journey: testJourney(), revision: 1 }
  const editor = createEditorStore(saved.journey)
  const puts: { journey: Journey; revision: number }[] = []
  const kept: { draft: SavedJourney | null } = { draft: null }
  const autosave = createAutosave({
    editor,
    saved,
    put: async (journey, revision) => {
      puts.push({ journey, revision })
      return answers.shift() ?? { kind: 'saved', revision: revision + 1 }
    },
    draft: {
      read: () => kept.draft,
      write: (draft) => {
        kept.draft = draft
      },
      clear: () => {
        kept.draft = null
      },
    },
    ...options,
  })
  autosave.start()
  const title = (text: string) => editor.getState().apply((journey) => setTitle(journey, 'wait', text))
  return { autosave, editor, puts, kept, title, state: () => autosave.state.getState() }
}

const theirs: SavedJourney = { journey: setTitle(testJourney(), 'remind', 'Theirs'), revision: 5 }

describe('saving by itself', () => {
  test('waits for 800 quiet ms, then saves what is there', async () => {
    const { puts, title, state } = open()
    title('A')
    await vi.advanceTimersByTimeAsync(700)
    title('B')
    await vi.advanceTimersByTimeAsync(700)
    expect(puts).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(puts.map(({ journey }) => journey.nodes[1]?.title)).toEqual(['B'])
    expect(state().kind).toBe('saved')
  })

  test('saves again, on the new revision, what changed while it was saving', async () => {
    const { puts, title, autosave } = open()
    title('A')
    const saving = autosave.flush()
    title('B')
    expect(await saving).toBe(true)
    expect(puts.map(({ journey, revision }) => [journey.nodes[1]?.title, revision])).toEqual([
      ['A', 1],
      ['B', 2],
    ])
  })

  test('an undo back to what is saved saves nothing', async () => {
    const { puts, title, editor, kept } = open()
    title('A')
    expect(kept.draft?.journey.nodes[1]?.title).toBe('A')
    editor.getState().undo()
    expect(kept.draft).toBeNull()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(puts).toHaveLength(0)
  })

  test('keeps trying while the server cannot be reached, and keeps the work meanwhile', async () => {
    const { title, state, kept, puts } = open([{ kind: 'unreachable' }, { kind: 'unreachable' }])
    title('A')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(state().kind).toBe('offline')
    expect(kept.draft?.journey.nodes[1]?.title).toBe('A')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(puts).toHaveLength(3)
    expect(state().kind).toBe('saved')
    expect(kept.draft).toBeNull()
  })
})

describe('somebody else saved in between', () => {
  test('saving stops and asks; what is done meanwhile is kept', async () => {
    const { title, state, puts, kept } = open([{ kind: 'stale', theirs }])
    title('Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    title('Mine, more')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(state()).toEqual({ kind: 'conflict', theirs })
    expect(puts).toHaveLength(1)
    expect(kept.draft?.journey.nodes[1]?.title).toBe('Mine, more')
  })

  test('taking theirs shows theirs, and undo brings mine back and saves it over theirs', async () => {
    const { title, autosave, editor, puts } = open([{ kind: 'stale', theirs }])
    title('Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    autosave.takeTheirs()
    expect(editor.getState().document).toBe(theirs.journey)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(puts).toHaveLength(1)
    editor.getState().undo()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(puts.at(-1)).toMatchObject({ revision: 5, journey: { nodes: [{}, { title: 'Mine' }, {}, {}] } })
  })

  test('keeping mine saves it over their revision', async () => {
    const { title, autosave, puts, state } = open([{ kind: 'stale', theirs }])
    title('Mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await autosave.keepMine()).toBe(true)
    expect(puts.at(-1)?.revision).toBe(5)
    expect(state().kind).toBe('saved')
  })

  test('work kept from an older revision meets the newer one as a conflict', async () => {
    const { state, puts, title } = open([], { conflict: theirs })
    title('Mine')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(state()).toEqual({ kind: 'conflict', theirs })
    expect(puts).toHaveLength(0)
  })
})
