import { type Db, drivenClock } from '@millrace/database'
import { testDatabase } from '@millrace/database/testing'
import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { answerOf, event, eventLeg, openWait, publish, rule } from '../test-support.ts'
import { ingestEvents } from './ingest-events.ts'

test('a batch takes the same few statements whatever its size', async () => {
  await using test = await testDatabase()
  const counting = new Counting()
  const db = test.db.withPlugin(counting)
  const where = {
    combinator: 'and',
    rules: [
      { field: 'events.page.viewed', operator: '=', value: rule('data.n', '>=', 0), match: { mode: 'none' } },
    ],
  } as const
  const clock = drivenClock(1000)
  const journey = await publish(db, { on: { event: 'contact.followed', where } })
  const few = await waiting(db, { journey, clock, count: 2, name: 'few' })
  const many = await waiting(db, { journey, clock, count: 200, name: 'many' })
  for (const sent of [few.sent, many.sent]) {
    counting.count = 0
    await ingestEvents(db, sent, { clock })
    expect(counting.count).toBeLessThanOrEqual(9)
  }
  expect(await answerOf(db, many.last)).toMatchObject({ seq: 2 })

  async function waiting(db: Db, { journey, clock, count, name }: Group) {
    const people = Array.from({ length: count }, (_, n) => `${name}-${n}`)
    const legs = [eventLeg('order.paid', { from: 0, due: 2000, where })]
    await ingestEvents(
      db,
      people.map((contact) => event(contact, 'contact.followed')),
      { clock },
    )
    let last = ''
    for (const contact of people) last = await openWait(db, { contact, journey, legs })
    const sent = people.flatMap((contact) => [
      event(contact, 'order.paid'),
      event(`${contact}-new`, 'contact.followed'),
    ])
    return { sent, last }
  }
})

interface Group {
  readonly journey: string
  readonly clock: ReturnType<typeof drivenClock>
  readonly count: number
  readonly name: string
}

/** Counts the statements that pass, `begin` and `commit` aside. */
class Counting implements KyselyPlugin {
  count = 0

  transformQuery({ node }: Parameters<KyselyPlugin['transformQuery']>[0]) {
    this.count++
    return node
  }

  async transformResult({ result }: Parameters<KyselyPlugin['transformResult']>[0]) {
    return result
  }
}
