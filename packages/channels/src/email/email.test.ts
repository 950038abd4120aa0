import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { channelContract } from '../../../../test/contracts/channel.ts'
import { type SmtpServer, startSmtp } from '../../../../test/fakes/smtp/start.ts'
import type { Channel } from '../channel.ts'
import { email } from './email.ts'

let server: SmtpServer
let channel: Channel

beforeAll(async () => {
  server = await startSmtp()
  channel = email({ url: server.url, from: 'Millrace <hello@shop.example>' })
})

afterAll(async () => {
  channel.close()
  await server[Symbol.asyncDispose]()
})

const send = async (address: unknown, { key = 'e1/2/0', title = null as string | null } = {}) => {
  const [result] = await channel.send([{ key, address, title, text: '您好\n优惠券已到账' }])
  return result
}

const mailTo = (address: string) =>
  vi.waitUntil(() => server.mails.find(({ to }) => to.includes(address)), { timeout: 5000 })

describe('email', () => {
  channelContract(() => ({ channel, address: 'someone@shopper.example' }))

  it('puts key, title and text into the mail as they are', async () => {
    expect(await send('li@shopper.example', { title: '欢迎' })).toEqual({ state: 'sent', receipt: '250' })
    expect(await mailTo('li@shopper.example')).toEqual({
      to: ['li@shopper.example'],
      from: 'hello@shop.example',
      messageId: '<e1.2.0@shop.example>',
      subject: '欢迎',
      text: '您好\n优惠券已到账',
    })
  })

  it('takes the first line as the subject of a message without a title', async () => {
    await send('untitled@shopper.example')
    expect(await mailTo('untitled@shopper.example')).toMatchObject({ subject: '您好' })
  })

  it.each([undefined, null])('fails a contact without an address: %s', async (address) => {
    expect(await send(address)).toEqual({ state: 'failed', reason: 'no-address' })
  })

  it.each([
    '',
    'li',
    'a@b@c',
    'a b@c.example',
    'a@c.example, d@e.example',
    '<a@c.example>',
    'a@c\r\nBcc: d@e',
    7,
  ])('fails what is not one address: %j', async (address) => {
    expect(await send(address)).toEqual({ state: 'failed', reason: 'bad-address' })
  })

  it('lets no title add a header', async () => {
    await send('split@shopper.example', { title: 'Hi\r\nBcc: other@shopper.example' })
    expect(await mailTo('split@shopper.example')).toMatchObject({ to: ['split@shopper.example'] })
  })

  it('fails what the server refuses for good, before and after the mail', async () => {
    expect(await send('refused@shopper.example')).toEqual({ state: 'failed', reason: 'smtp-550' })
    expect(await send('huge@shopper.example')).toEqual({ state: 'failed', reason: 'smtp-552' })
  })

  it('asks for another attempt when the server is busy, which then succeeds', async () => {
    expect(await send('greylisted@shopper.example')).toEqual({ state: 'retry', reason: 'smtp-451' })
    expect(await send('greylisted@shopper.example')).toMatchObject({ state: 'sent' })
  })

  it('does not know when the connection is lost after the mail has gone out, and sends it only once', async () => {
    expect(await send('dropped@shopper.example', { key: 'e9/1/0' })).toMatchObject({ state: 'unknown' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(server.mails.filter(({ messageId }) => messageId.includes('e9.1.0'))).toHaveLength(1)
  })

  it('asks for another attempt when nobody listens', async () => {
    const gone = await startSmtp()
    await gone[Symbol.asyncDispose]()
    const lost = email({ url: gone.url, from: 'hello@shop.example' })
    const [result] = await lost.send([
      { key: 'e/1/0', address: 'li@shopper.example', title: null, text: 'x' },
    ])
    expect(result).toMatchObject({ state: 'retry' })
    lost.close()
  })

  it('asks for another attempt when the server has gone away between two mails', async () => {
    const first = await startSmtp()
    const pooled = email({ url: first.url, from: 'hello@shop.example' })
    const message = { key: 'e/1/0', address: 'li@shopper.example', title: null, text: 'x' }
    expect(await pooled.send([message])).toMatchObject([{ state: 'sent' }])
    await first[Symbol.asyncDispose]()
    expect(await pooled.send([message])).toMatchObject([{ state: 'retry' }])
    pooled.close()
  })
})
