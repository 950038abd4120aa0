import { expect, test } from 'vitest'
import { testJourney } from '../test-journey.ts'
import { draftBox } from './draft-box.ts'

function shelf() {
  const kept = new Map<string, string>()
  return () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
}

const blocked = () => {
  throw new Error('The user blocks cookies.')
}

const draft = (name: string) => ({ journey: { ...testJourney(), name }, revision: 1 })

test('a tab keeps its draft whatever another tab writes and clears', () => {
  const [shared, mine] = [shelf(), shelf()]
  const box = draftBox('j', { own: mine, shared })
  const other = draftBox('j', { own: shelf(), shared })
  box.write(draft('mine'))
  other.write(draft('other'))
  other.clear()
  expect(draftBox('j', { own: mine, shared }).read()).toEqual(draft('mine'))
})

test('a tab that clears its own leaves what another has written since', () => {
  const shared = shelf()
  const box = draftBox('j', { own: shelf(), shared })
  box.write(draft('mine'))
  draftBox('j', { own: shelf(), shared }).write(draft('other'))
  box.clear()
  expect(draftBox('j', { own: shelf(), shared }).read()).toEqual(draft('other'))
})

test('a new tab takes up what a closed one left, and clears it once it is saved', () => {
  const shared = shelf()
  draftBox('j', { own: shelf(), shared }).write(draft('left'))
  const next = draftBox('j', { own: shelf(), shared })
  expect(next.read()).toEqual(draft('left'))
  next.clear()
  expect(draftBox('j', { own: shelf(), shared }).read()).toBeNull()
})

test('a browser that keeps nothing, or nonsense, only has no draft', () => {
  const box = draftBox('j', { own: blocked, shared: blocked })
  box.write(draft('mine'))
  box.clear()
  expect(box.read()).toBeNull()
  const odd = shelf()
  odd().setItem('millrace.draft.j', '{"journey":')
  expect(draftBox('j', { own: odd, shared: shelf() }).read()).toBeNull()
})
