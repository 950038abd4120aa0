import { bucketOf } from '@millrace/program'
import { expect, test } from 'vitest'
import { drawing } from '../testing/journeys.ts'
import { openStage } from '../testing/stage.ts'

const arms = (weights: Readonly<Record<string, number>>, seed?: string) =>
  drawing(
    {
      follow: ['entry', { on: { event: 'contact.followed' } }],
      ab: [
        'split',
        {
          arms: Object.entries(weights).map(([id, weight]) => ({ id, name: id, weight })),
          ...(seed !== undefined && { seed }),
        },
      ],
    },
    [['follow', 'next', 'ab']],
    { reentry: { mode: 'always' } },
  )

const people = Array.from({ length: 40 }, (_, n) => `p${n}`)
const follow = people.map((one) => [one, 'contact.followed'] as const)

async function armsOf(stage: Awaited<ReturnType<typeof openStage>>, version: number) {
  const steps = await stage.db
    .selectFrom('step')
    .innerJoin('enrolment', 'enrolment.id', 'step.enrolment_id')
    .innerJoin('contact', 'contact.id', 'enrolment.contact_id')
    .select(['contact.external_id as contact', 'step.port'])
    .where('step.node', '=', 'ab')
    .where('step.version', '=', version)
    .execute()
  return new Map(steps.map(({ contact, port }) => [contact, port]))
}

test('an arm is the hash of seed and outside id, and a contact keeps it when the weights change', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(arms({ a: 1, b: 1 }))
  await stage.send(...follow)
  const first = await armsOf(stage, 1)
  for (const one of people) expect(first.get(one)).toBe(bucketOf(`${journey}:ab`, one) < 5000 ? 'a' : 'b')
  expect(new Set(first.values())).toEqual(new Set(['a', 'b']))
  await stage.publish(arms({ a: 1, b: 999 }), journey)
  await stage.send(...follow)
  expect(await armsOf(stage, 2)).toEqual(first)
})

test('an arm that is gone is given up for one that is there, and that one is kept', async () => {
  await using stage = await openStage()
  const journey = await stage.publish(arms({ a: 1, b: 1 }))
  await stage.send(...follow)
  await stage.publish(arms({ b: 1, c: 1 }), journey)
  await stage.send(...follow)
  const [first, second] = [await armsOf(stage, 1), await armsOf(stage, 2)]
  for (const one of people) {
    if (first.get(one) === 'b') expect(second.get(one)).toBe('b')
    else expect(['b', 'c']).toContain(second.get(one))
  }
  await stage.publish(arms({ b: 5, c: 1 }), journey)
  await stage.send(...follow)
  expect(await armsOf(stage, 3)).toEqual(second)
})

test('a seed of its own gives the same arms in every journey', async () => {
  await using stage = await openStage()
  await stage.publish(arms({ a: 1, b: 1 }, 'spring'))
  await stage.publish(arms({ a: 1, b: 1 }, 'spring'))
  await stage.send(...follow)
  const rows = await stage.db.selectFrom('assignment').select(['contact_id', 'arm']).execute()
  const byContact = Map.groupBy(rows, (row) => row.contact_id)
  for (const both of byContact.values()) {
    expect(both).toHaveLength(2)
    expect(both[0]?.arm).toBe(both[1]?.arm)
  }
})
