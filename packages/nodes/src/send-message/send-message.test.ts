import { expect, test } from 'vitest'
import { faultsOf, lowered } from '../../test/check.ts'
import { memoryServices } from '../../test/memory-services.ts'
import { performEffect } from '../effects.ts'

const config = { channel: 'inbox', text: '你好 {{ contact.name | default: "朋友" }}' }

function send(own: object, world = {}) {
  const { services, did } = memoryServices(world)
  const act = { kind: 'send-message', config: { ...config, ...own }, configVersion: 1 }
  return { outcome: performEffect(act, services), did }
}

test('without an edge at failed it leaves at once, whatever becomes of the delivery', () => {
  expect(lowered('send-message', config, { next: 'a' })).toEqual([
    { op: 'act', node: 'me', kind: 'send-message', configVersion: 1, config, ports: { next: 'a' } },
  ])
})

test('with an edge at failed it holds for the outcome, ten minutes at most', () => {
  const [act, wait] = lowered('send-message', config, { next: 'a', failed: 'b' })
  expect(act).toMatchObject({ op: 'act', ports: { next: 'a', failed: 'b' }, hold: 'me#1' })
  expect(wait).toEqual({
    op: 'wait',
    legs: [{ type: 'outcome', node: 'me', kind: 'send-message', timeout: 'PT10M', failed: 'b' }],
    next: 'a',
  })
})

test('it hands the rendered message to its channel', async () => {
  const { outcome, did } = send({ title: '{{ contact.name }}' }, { contact: { name: '林晓雯' } })
  expect(await outcome).toEqual({
    port: 'next',
    output: { delivery: 'delivery-1', channel: 'inbox' },
    awaits: 'delivery-1',
  })
  expect(did.messages).toEqual([{ channel: 'inbox', title: '林晓雯', text: '你好 林晓雯' }])
})

test.each([
  ['text-failed', { text: '{{ contact.n | divided_by: 0 }}' }],
  ['text-failed', { title: '{{ contact.n | modulo: 0 }}' }],
  ['empty-message', { text: '{{ contact.nothing }}' }],
])('it stops with %s and hands nothing over when the text cannot be had', async (code, own) => {
  const { outcome, did } = send(own)
  expect(await outcome).toMatchObject({ attention: { code } })
  expect(did.messages).toEqual([])
})

test.each([
  [{ channel: 'email', text: 'x' }, ['error channel-not-set-up channel']],
  [{ channel: 'pigeon', text: 'x' }, ['error unknown-channel channel']],
  [{ channel: 'inbox', text: ' ' }, ['error empty text']],
  [{ channel: 'inbox', text: '{{ a' }, ['error text-syntax text']],
  [{ channel: 'inbox', text: 'x', title: '{{ x | shout }}' }, ['error unknown-filter title']],
  [{ channel: 'inbox', text: 'x'.repeat(10_001) }, ['error too-long text']],
  [{ channel: 'inbox', text: '{{ name }}' }, ['warning unknown-variable text']],
  [{ channel: 'inbox' }, ['error missing text']],
])('%j is refused at its field', (own, faults) => {
  expect(faultsOf('send-message', own)).toEqual(faults)
})
