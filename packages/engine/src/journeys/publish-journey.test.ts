import { expect, test } from 'vitest'
import { chain, drawing, onboarding } from '../testing/journeys.ts'
import { openStage } from '../testing/stage.ts'
import { archiveJourney } from './archive-journey.ts'
import { checkJourney } from './check-journey.ts'
import { createJourney, findJourney, listJourneys, saveJourney } from './keep-journey.ts'
import { pauseJourney } from './pause-journey.ts'
import { publishJourney } from './publish-journey.ts'
import { listVersions } from './versions.ts'

const DAY = 86_400_000
const gift = (tag: string) =>
  chain(
    { rest: ['delay', { for: 'P1D' }], tag: ['set-tag', { add: [tag] }] },
    { reentry: { mode: 'always' } },
  )

test('those under way keep their version, those who come later run the new one', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(gift('first'))
  await stage.send(['early', 'contact.followed'])
  await stage.publish(gift('second'), journey)
  await stage.send(['late', 'contact.followed'])
  await stage.pass(DAY)
  const tags = await stage.db.selectFrom('contact').select(['external_id', 'tags']).execute()
  expect(Object.fromEntries(tags.map((row) => [row.external_id, row.tags]))).toEqual({
    early: ['first'],
    late: ['second'],
  })
  expect((await stage.enrolments()).map(({ contact, version }) => [contact, version]).toSorted()).toEqual([
    ['early', 1],
    ['late', 2],
  ])
})

test('a drawing that means the same publishes no new version; a former one published again does', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(gift('a'))
  const moved = gift('a')
  await stage.publish({ ...moved, nodes: moved.nodes.toReversed() }, journey)
  expect(await listVersions(stage.db, journey)).toHaveLength(1)
  expect(await listJourneys(stage.db)).toMatchObject([{ version: 1, draft: false }])
  await stage.publish(gift('b'), journey)
  await stage.publish(gift('a'), journey)
  const versions = await listVersions(stage.db, journey)
  expect(versions.map(({ version }) => version)).toEqual([3, 2, 1])
  expect(versions[0]?.programHash).toBe(versions[2]?.programHash)
})

test('a wrong drawing is kept but not published, with each fault in both languages', async () => {
  await using stage = await openStage()
  const { db, channels } = stage
  const { id } = await createJourney(
    db,
    chain({ coupon: ['grant-coupon', { coupon: 'no-such-coupon' }], pay: ['delay', { for: 'one day' }] }),
  )
  const fault = await publishJourney(db, id, { channels }).catch((error: unknown) => error)
  expect(fault).toMatchObject({ status: 'invalid', code: 'journey-has-errors' })
  expect(fault).toMatchObject({
    errors: expect.arrayContaining([
      expect.objectContaining({ node: 'coupon', path: expect.stringContaining('nodes.1') }),
      expect.objectContaining({ node: 'pay', message: { zh: expect.any(String), en: expect.any(String) } }),
    ]),
  })
  expect(await findJourney(db, id)).toMatchObject({ state: 'draft', version: null })
  expect(await db.selectFrom('version').selectAll().execute()).toEqual([])
  const { diagnostics } = await checkJourney(
    db,
    chain({ say: ['send-message', { channel: 'pigeon', text: 'x' }] }),
    {
      channels,
    },
  )
  expect(diagnostics.some(({ node, severity }) => node === 'say' && severity === 'error')).toBe(true)
})

test('a document with a wrong envelope is not kept', async () => {
  await using stage = await openStage()
  await expect(createJourney(stage.db, { hello: 'world' })).rejects.toMatchObject({
    status: 'invalid',
    code: 'invalid-journey',
  })
  expect(await listJourneys(stage.db)).toEqual([])
})

test('of two who save from the same revision the second is told', async () => {
  await using stage = await openStage()
  const { db } = stage
  const { id, revision } = await createJourney(db, onboarding())
  const saved = await saveJourney(db, { id, document: gift('a'), revision })
  expect(saved.revision).not.toBe(revision)
  await expect(saveJourney(db, { id, document: gift('b'), revision })).rejects.toMatchObject({
    status: 'stale',
  })
  expect((await findJourney(db, id)).journey.nodes).toHaveLength(3)
  const nobody = '00000000-0000-0000-0000-000000000000'
  await expect(saveJourney(db, { id: nobody, document: gift('b'), revision })).rejects.toMatchObject({
    status: 'not-found',
  })
})

test('publishing changes what brings contacts in, with the new version', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(gift('a'))
  const byHand = drawing({ hand: ['entry', { on: { manual: true } }], end: ['exit', {}] }, [
    ['hand', 'next', 'end'],
  ])
  await stage.publish(byHand, journey)
  await stage.send(['a', 'contact.followed'])
  expect(await stage.enrolments()).toEqual([])
})

test('publishing leaves a paused journey paused and an archived one archived', async () => {
  await using stage = await openStage()
  const { db, channels, engine } = stage
  const journey = await stage.publish(gift('a'))
  await pauseJourney(engine, journey)
  await stage.publish(gift('b'), journey)
  expect(await findJourney(db, journey)).toMatchObject({ state: 'paused', version: 2 })
  await archiveJourney(engine, journey)
  await expect(publishJourney(db, journey, { channels })).rejects.toMatchObject({ status: 'conflict' })
})

test('two who publish at the same time make one version', async () => {
  await using stage = await openStage()
  const { db, channels } = stage
  const { id } = await createJourney(db, gift('a'))
  const both = await Promise.all([publishJourney(db, id, { channels }), publishJourney(db, id, { channels })])
  expect(both[0]).toEqual(both[1])
  expect(await listVersions(db, id)).toHaveLength(1)
})
