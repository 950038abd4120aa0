import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Channel, OutgoingMessage, SendResult } from '../channel.ts'
import { compose, mailAddress } from './compose.ts'
import { resultOfError } from './result-of-error.ts'

/** Sends plain-text mail over a small pool of SMTP connections; `url` is `smtp://` or `smtps://`, `from` an address. */
export function email({ url, from }: { url: string; from: string }): Channel {
  const transport = createTransport({ url, ...POOL }, { from })
  // Told apart by their envelope: the stream of a mail shows whether any of it was handed over.
  const bodies = new WeakMap<object, Readable>()
  transport.use('stream', ({ data, message }, done) => {
    const open = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      const body = open(options)
      if (data.envelope) bodies.set(data.envelope, body)
      return body
    }
    done()
  })

  async function sendOne(message: OutgoingMessage): Promise<SendResult> {
    const to = mailAddress(message.address)
    if (to === null)
      return { state: 'failed', reason: message.address == null ? 'no-address' : 'bad-address' }
    const mail = compose(message, { from, to })
    try {
      const { response } = await transport.sendMail(mail)
      return { state: 'sent', receipt: response.slice(0, 3) }
    } catch (error) {
      return resultOfError(error, { handedOver: bodies.get(mail.envelope)?.readableEnded ?? false })
    }
  }

  return {
    id: 'email',
    address: 'email',
    idempotent: false,
    batch: POOL.maxConnections,
    perSecond: 20,
    send: (messages) => Promise.all(messages.map(sendOne)),
    close: () => transport.close(),
  }
}

const POOL = {
  pool: true,
  maxConnections: 5,
  // A message whose connection broke is ours to judge: the pool would send it again.
  maxRequeues: 0,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  disableFileAccess: true,
  disableUrlAccess: true,
} as const
