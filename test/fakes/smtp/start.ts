import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A mail that the fake server took. */
export interface Mail {
  readonly to: readonly string[]
  readonly from: string
  readonly messageId: string
  readonly subject: string
  readonly text: string
}

/** Runs the fake SMTP server as a process of its own until disposed. */
export async function startSmtp({ port = 0 }: { port?: number } = {}): Promise<SmtpServer> {
  const child = spawn(process.execPath, [`${import.meta.dirname}/main.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SMTP_PORT: String(port) },
  })
  const lines = createInterface({ input: child.stdout })
  const [first] = await once(lines, 'line')
  const mails: Mail[] = []
  lines.on('line', (line) => mails.push(JSON.parse(line)))
  return {
    port: JSON.parse(first).port,
    url: `smtp://127.0.0.1:${JSON.parse(first).port}`,
    mails,
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** `mails` grows as they come in. */
export interface SmtpServer extends AsyncDisposable {
  readonly port: number
  readonly url: string
  readonly mails: readonly Mail[]
}
