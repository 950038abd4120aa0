import { expect, it } from 'vitest'
import { startSmtp } from '../fakes/smtp/start.ts'
import { installation } from './support/installation.ts'
import { sharedTemporal } from './support/temporal-client.ts'
import { until } from './support/until.ts'
import { startWorker } from './support/worker-process.ts'

const at = { x: 0, y: 0 }
const JOURNEY = {
  format: 'millrace.journey/1',
  name: '邮件旅程',
  timeZone: 'Asia/Shanghai',
  settings: { reentry: { mode: 'never' } },
  nodes: [
    { id: 'in', kind: 'entry', config: { on: { event: 'contact.followed' } }, position: at },
    {
      id: 'mail',
      kind: 'send-message',
      config: { channel: 'email', title: '欢迎', text: '你好' },
      position: at,
    },
    { id: 'sorry', kind: 'send-message', config: { channel: 'inbox', text: '邮件未送达' }, position: at },
    { id: 'end', kind: 'exit', config: {}, position: at },
  ],
  edges: [
    { from: 'in', port: 'next', to: 'mail' },
    { from: 'mail', port: 'next', to: 'end' },
    { from: 'mail', port: 'failed', to: 'sorry' },
    { from: 'sorry', port: 'next', to: 'end' },
  ],
  notes: [],
}

it('sends mail, waits for what comes of it, and leaves by the port that says so', async () => {
  await using smtp = await startSmtp()
  await using shop = await installation()
  const worker = await startWorker({
    db: shop.db,
    databaseUrl: shop.url,
    temporal: sharedTemporal().address,
    env: { SMTP_URL: smtp.url, MAIL_FROM: 'hello@shop.example' },
  })
  await shop.publish(JOURNEY)
  const addresses = {
    li: 'li@shopper.example',
    wang: 'refused@shopper.example',
    lost: 'dropped@shopper.example',
  }
  for (const [id, email] of Object.entries(addresses)) await shop.addContact({ id, attributes: { email } })
  for (const contact of ['li', 'wang', 'lost', 'nobody']) await shop.send(contact, 'contact.followed')
  for (const contact of ['li', 'wang', 'lost', 'nobody']) await shop.ended(contact)

  expect(await shop.trace('li')).toEqual(['in:next', 'mail:next', 'end'])
  expect(await shop.trace('wang')).toEqual(['in:next', 'mail:failed', 'sorry:next', 'end'])
  expect(await shop.trace('lost')).toEqual(['in:next', 'mail:next', 'end'])
  expect(await shop.trace('nobody')).toEqual(['in:next', 'mail:failed', 'sorry:next', 'end'])
  await until(() => smtp.mails.length === 2, { what: 'the mails' })
  const { id } = await shop.enrolment('li')
  const mail = smtp.mails.find(({ to }) => to.includes(addresses.li))
  expect(mail).toMatchObject({ subject: '欢迎', text: '你好' })
  expect(mail?.messageId).toContain(id)
  expect(await worker.stop()).toBe(0)
  expect(worker.log).not.toMatch(/shopper\.example/)
})
