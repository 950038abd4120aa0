import { journeyCounts } from '@millrace/analytics'
import { expect, test } from 'vitest'
import { onboarding } from '../testing/journeys.ts'
import { openStage } from '../testing/stage.ts'
import { takeOutAndErase } from './take-out-and-erase.ts'

test('an erasure changes no count: who stood at a node has visited it and was taken out there', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(onboarding())
  await stage.send(['a', 'contact.followed'], ['b', 'contact.followed'])
  const before = await journeyCounts(stage.engine, journey)
  expect(before.pay).toMatchObject({ entered: 2, waiting: 2 })
  expect(await takeOutAndErase(stage.engine, 'a')).toBe(true)
  const after = await journeyCounts(stage.engine, journey)
  expect(after.pay).toMatchObject({ entered: 2, waiting: 1 })
  expect(after.follow).toEqual(before.follow)
  expect([...(await stage.relay()).values()]).toEqual([{ kind: 'done' }])
})

test('erasing again, or somebody unknown, changes nothing', async () => {
  await using stage = await openStage()
  await stage.contact('a')
  expect(await takeOutAndErase(stage.engine, 'a')).toBe(true)
  expect(await takeOutAndErase(stage.engine, 'a')).toBe(false)
  expect(await takeOutAndErase(stage.engine, 'nobody')).toBe(false)
})
