import type { OutgoingMessage, SendResult } from '@millrace/channels'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { chain, drawing } from '../testing/journeys.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { type SendingChannel, takeDeliveries } from './take-deliveries.ts'

const MINUTE = 60_000

/** A channel that answers every message the same and remembers what it was given. */
function channel(id: 'inbox' | 'email', answer: SendResult | (() => Promise<readonly SendResult[]>)) {
  const sent: OutgoingMessage[] = []
  const send = async (messages: readonly OutgoingMessage[]): Promise<readonly SendResult[]> => {
    sent.push(...messages)
    return typeof answer === 'function' ? answer() : messages.map(() => answer)
  }
  const address = id === 'email' ? 'email' : null
  return { id, address, batch: 10, idempotent: id === 'inbox', send, sent } satisfies SendingChannel & {
    sent: unknown
  }
}

const mail = { channel: 'email', title: '你好', text: '{{ contact.name }}，欢迎' }

/** A message whose failure leads elsewhere, so that its outcome is awaited. */
const awaiting = drawing(
  {
    follow: ['entry', { on: { event: 'contact.followed' } }],
    hello: ['send-message', mail],
    thanks: ['set-tag', { add: ['reached'] }],
    other: ['set-tag', { add: ['unreachable'] }],
  },
  [
    ['follow', 'next', 'hello'],
    ['hello', 'next', 'thanks'],
    ['hello', 'failed', 'other'],
  ],
)

async function handed(document: object): Promise<Stage> {
  const stage = await openStage()
  await stage.publish(document)
  await stage.contact('a', { name: '小王', email: 'wang@example.com' })
  await stage.send(['a', 'contact.followed'])
  return stage
}

const states = async (stage: Stage) => (await stage.deliveries()).map(({ state }) => state)

test('a queued message is sent once with its key and address, and its receipt is kept', async () => {
  await using stage = await handed(chain({ hello: ['send-message', mail] }))
  const { id } = await stage.only()
  const smtp = channel('email', { state: 'sent', receipt: '250' })
  expect(await takeDeliveries(stage.engine, smtp)).toBe(1)
  expect(await takeDeliveries(stage.engine, smtp)).toBe(0)
  expect(smtp.sent).toEqual([
    { key: `${id}/0/1`, address: 'wang@example.com', title: '你好', text: '小王，欢迎' },
  ])
  expect(await stage.deliveries()).toMatchObject([{ state: 'sent', receipt: { receipt: '250' } }])
})

test('what a provider has said outlives a database that restarts just then', async () => {
  await using stage = await handed(chain({ hello: ['send-message', mail] }))
  await sql`create sequence settling`.execute(stage.db)
  await sql`create function shut_down_once() returns trigger language plpgsql as
    $$ begin if nextval('settling') = 1 then raise 'shutting down' using errcode = '57P01'; end if; return new; end $$`.execute(
    stage.db,
  )
  await sql`create trigger once before update on delivery for each row when (new.state = 'sent')
    execute function shut_down_once()`.execute(stage.db)
  const smtp = channel('email', { state: 'sent', receipt: '250' })
  await takeDeliveries(stage.engine, smtp)
  expect([smtp.sent.length, await states(stage)]).toEqual([1, ['sent']])
})

test('one channel does not take what is for another', async () => {
  await using stage = await handed(chain({ hello: ['send-message', mail] }))
  expect(await takeDeliveries(stage.engine, channel('inbox', { state: 'delivered' }))).toBe(0)
})

test('four senders at the same time send every message once', async () => {
  await using stage = await openStage()
  await stage.publish(chain({ hello: ['send-message', { channel: 'inbox', text: 'x' }] }))
  const people = Array.from({ length: 60 }, (_, n) => [`p${n}`, 'contact.followed'] as const)
  await stage.send(...people)
  const inbox = channel('inbox', { state: 'delivered' })
  const drain = async () => {
    while ((await takeDeliveries(stage.engine, inbox)) > 0);
  }
  await Promise.all([drain(), drain(), drain(), drain()])
  expect(inbox.sent).toHaveLength(60)
  expect(new Set(inbox.sent.map(({ key }) => key)).size).toBe(60)
  expect(new Set(await states(stage))).toEqual(new Set(['delivered']))
})

test.each([
  [{ state: 'sent' }, 'thanks'],
  [{ state: 'delivered' }, 'thanks'],
  [{ state: 'unknown', reason: 'answer-lost' }, 'thanks'],
  [{ state: 'failed', reason: 'refused' }, 'other'],
] as const)('the outcome %o leads on', async (result, node) => {
  await using stage = await handed(awaiting)
  const { id } = await stage.only()
  expect(await stage.only()).toMatchObject({ state: 'waiting', node: 'hello' })
  expect(await stage.way(id)).toBe('follow>next')
  stage.clock.at += MINUTE
  const before = await stage.db
    .selectFrom('enrolment')
    .select(['cursor_seq', 'cursor_at'])
    .executeTakeFirstOrThrow()
  await takeDeliveries(stage.engine, channel('email', result))
  expect(await stage.relay()).toEqual(new Map([[id, { kind: 'done' }]]))
  const port = node === 'other' ? 'failed' : 'next'
  expect(await stage.way(id)).toBe(`follow>next hello>${port} ${node}>next`)
  const after = await stage.db
    .selectFrom('enrolment')
    .select(['cursor_seq', 'cursor_at'])
    .executeTakeFirstOrThrow()
  expect(after).toEqual(before)
})

test('no outcome within ten minutes leads on by next, and a later one changes nothing', async () => {
  await using stage = await handed(awaiting)
  await stage.pass(10 * MINUTE)
  const { id } = await stage.only()
  expect(await stage.way(id)).toBe('follow>next hello>next thanks>next')
  await takeDeliveries(stage.engine, channel('email', { state: 'failed', reason: 'refused' }))
  await stage.relay()
  expect(await stage.way(id)).toBe('follow>next hello>next thanks>next')
  expect(await states(stage)).toEqual(['failed'])
})

test('an outcome at the deadline is too late, however late the timer is', async () => {
  await using stage = await handed(awaiting)
  stage.clock.at += 10 * MINUTE
  await takeDeliveries(stage.engine, channel('email', { state: 'failed', reason: 'refused' }))
  await stage.pass(0)
  expect(await stage.way((await stage.only()).id)).toBe('follow>next hello>next thanks>next')
})

test('without an edge from failed the contact goes on at once and the failure shows on the message', async () => {
  await using stage = await handed(chain({ hello: ['send-message', mail], tag: ['set-tag', { add: ['x'] }] }))
  expect(await stage.only()).toMatchObject({ state: 'completed' })
  await takeDeliveries(stage.engine, channel('email', { state: 'failed', reason: 'refused' }))
  expect(await stage.deliveries()).toMatchObject([{ state: 'failed', receipt: { reason: 'refused' } }])
})

test('a message worth another attempt waits longer each time, at least as long as the provider says, then fails', async () => {
  await using stage = await handed(awaiting)
  const busy = channel('email', { state: 'retry', reason: 'busy', afterMs: 20_000 })
  const waited: number[] = []
  for (let attempt = 0; attempt < 8; attempt++) {
    expect(await takeDeliveries(stage.engine, busy)).toBe(1)
    const from = stage.clock.at
    const { not_before } = await stage.db
      .selectFrom('delivery')
      .select('not_before')
      .executeTakeFirstOrThrow()
    stage.clock.at = not_before.getTime() - 1
    if (attempt < 7) expect(await takeDeliveries(stage.engine, busy)).toBe(0)
    stage.clock.at = not_before.getTime()
    waited.push((not_before.getTime() - from) / 1000)
  }
  expect(waited).toEqual([20, 20, 45, 135, 405, 900, 900, 0])
  expect(await states(stage)).toEqual(['failed'])
})

test('what a dead process was sending is unknown where the provider has no idempotency, and never sent again', async () => {
  await using stage = await handed(awaiting)
  const { id } = await stage.only()
  await stage.db
    .updateTable('delivery')
    .set({ state: 'sending', not_before: new Date(stage.clock.at + MINUTE) })
    .execute()
  const smtp = channel('email', { state: 'sent' })
  expect(await takeDeliveries(stage.engine, smtp)).toBe(0)
  expect(await states(stage)).toEqual(['queued'])
  stage.clock.at += MINUTE
  await takeDeliveries(stage.engine, smtp)
  expect(smtp.sent).toEqual([])
  expect(await states(stage)).toEqual(['unknown'])
  await stage.relay()
  expect(await stage.way(id)).toContain('hello>next')
})

test('what a dead process was sending is sent again where the key makes it one message', async () => {
  await using stage = await handed(chain({ hello: ['send-message', { channel: 'inbox', text: 'x' }] }))
  await stage.db.updateTable('delivery').set({ state: 'sending' }).execute()
  const inbox = channel('inbox', { state: 'delivered' })
  expect(await takeDeliveries(stage.engine, inbox)).toBe(1)
  expect(await states(stage)).toEqual(['delivered'])
})

test('a sender that throws leaves its messages unknown, or queued where they may be sent again', async () => {
  const broken = () => Promise.reject(new Error('broken'))
  await using mails = await handed(chain({ hello: ['send-message', mail] }))
  await takeDeliveries(mails.engine, channel('email', broken))
  expect(await states(mails)).toEqual(['unknown'])
  await using inbox = await handed(chain({ hello: ['send-message', { channel: 'inbox', text: 'x' }] }))
  await takeDeliveries(inbox.engine, channel('inbox', broken))
  expect(await states(inbox)).toEqual(['queued'])
})

test('a sender that was given up for dead settles nothing any more when it comes back', async () => {
  await using stage = await handed(chain({ hello: ['send-message', { channel: 'inbox', text: 'x' }] }))
  const quick = channel('inbox', { state: 'delivered' })
  const slow = channel('inbox', async () => {
    stage.clock.at += MINUTE
    expect(await takeDeliveries(stage.engine, quick)).toBe(1)
    return [{ state: 'failed', reason: 'too late' }]
  })
  await takeDeliveries(stage.engine, slow)
  expect(await states(stage)).toEqual(['delivered'])
})
