/**
 * An SMTP server for tests, a program of its own. The recipient's name says how it behaves: `refused…` is answered 550,
 * `greylisted…` 451 the first time, `dropped…` loses the connection once the mail has been taken, `huge…` is refused
 * after the mail. Prints one JSON line when it listens (`{"port"}`) and one per mail taken.
 */
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'

const greylisted = new Set<string>()
const sockets = new Map<number, Socket>()

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('refused')) return done(refusal(550, 'No such mailbox'))
    if (address.startsWith('greylisted') && !greylisted.has(address)) {
      greylisted.add(address)
      return done(refusal(451, 'Greylisted, come back later'))
    }
    done()
  },
  async onData(stream, session, done) {
    const mail = await PostalMime.parse(await text(stream))
    const to = session.envelope.rcptTo.map(({ address }) => address)
    if (to.some((address) => address.startsWith('huge'))) return done(refusal(552, 'Too large'))
    const { messageId, subject } = mail
    print({ to, from: mail.from?.address, messageId, subject, text: mail.text })
    if (to.some((address) => address.startsWith('dropped'))) return sockets.get(session.remotePort)?.destroy()
    done()
  },
})

server.on('error', () => {})
server.server.on('connection', (socket: Socket) => {
  const port = socket.remotePort ?? 0
  sockets.set(port, socket)
  socket.on('close', () => sockets.delete(port))
})
server.listen(Number(process.env.SMTP_PORT ?? 0), '127.0.0.1', () => {
  const address = server.server.address()
  print({ port: typeof address === 'object' ? address?.port : undefined })
})
process.on('SIGTERM', () => process.exit(0))

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

function print(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}
