import { expect, test } from 'vitest'
import { loadBlock } from '../block/load-block.ts'
import { lockBlock } from '../block/lock-block.ts'
import { onboarding } from '../testing/journeys.ts'
import { openStage } from '../testing/stage.ts'
import { BlockScope } from './block-scope.ts'
import { bindServices } from './services.ts'

/** The scope of an enrolment's next block, whose contact has the tags `a` and `b`. */
async function inScope(run: (scope: BlockScope) => Promise<void>): Promise<void> {
  await using stage = await openStage()
  await stage.publish(onboarding())
  await stage.contact('a', { name: '小王', level: 3 }, { tags: ['a', 'b'] })
  await stage.ingest(['a', 'contact.followed', { from: 'shop' }])
  const { id } = await stage.only()
  await stage.db.transaction().execute(async (tx) => {
    const contact = await lockBlock(tx, id, stage.clock)
    if (contact === null) throw new Error('There is a contact.')
    await run(new BlockScope({ tx, contact, state: await loadBlock(tx, id), zone: 'Asia/Shanghai' }))
  })
}

const step = { node: 'n', key: 'e/0/0', seq: 1 }

test('tags answer what really changed, in the order in which they were given', () =>
  inScope(async (scope) => {
    const { tags } = bindServices(scope, step)
    expect(await tags.change({ add: ['a'], remove: ['x'] })).toEqual({ added: [], removed: [] })
    expect(scope.writes.tags).toBeNull()
    expect(await tags.change({ add: ['c', 'c', 'b'], remove: ['a', 'b'] })).toEqual({
      added: ['c'],
      removed: ['a'],
    })
    expect(scope.writes.tags).toEqual(['b', 'c'])
    expect(await tags.change({ add: ['c'], remove: [] })).toEqual({ added: [], removed: [] })
  }))

test('texts see the attributes, the points and tags as the block has made them, and the event', () =>
  inScope(async (scope) => {
    const { tags, points, text } = bindServices(scope, step)
    await points.award(7, null)
    await tags.change({ add: ['c'], remove: ['a', 'b'] })
    const template =
      '{{ contact.name }} {{ contact.level }} {{ contact.points }} {{ contact.tags }} {{ event.from }}'
    expect(await text.render(template)).toEqual({ text: '小王 3 7 c shop' })
    const later = bindServices(scope, { ...step, seq: null })
    expect(await later.text.render('{{ event.from }}')).toEqual({ text: '' })
  }))

test('what an effect had in hand when it failed is given up', () =>
  inScope(async (scope) => {
    const { tags, deliveries } = bindServices(scope, step)
    const message = { channel: 'inbox', title: null, text: 'x' }
    await deliveries.hand(message)
    const giveUp = scope.remember()
    await deliveries.hand(message)
    await tags.change({ add: ['c'], remove: [] })
    scope.points = 99
    giveUp()
    expect(scope.writes).toMatchObject({ tags: null, deliveries: [{ key: 'e/0/0', node: 'n' }] })
    expect(scope).toMatchObject({ points: 0, tags: ['a', 'b'] })
  }))
