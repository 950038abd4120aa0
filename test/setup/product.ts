import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@millrace/launcher/ports'

const launcher = join(import.meta.dirname, '../../apps/launcher/src/millrace.js')

/** The whole product on a fresh home, as `npm start` runs it; `MILLRACE_URL` names one that runs already. */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.MILLRACE_URL) return async () => {}
  const home = await mkdtemp(join(tmpdir(), 'millrace-test-home-'))
  const port = await freePort()
  const child = spawn(process.execPath, [launcher, 'start'], {
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: String(port),
      MILLRACE_HOME: home,
      MILLRACE_SAMPLE: '0',
      LC_ALL: 'C',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk
    })
  }
  while (!log.includes('Millrace is ready at')) {
    if (child.exitCode !== null) throw new Error(`The product did not start:\n${log}`)
    await sleep(50)
  }
  process.env.MILLRACE_URL = `http://127.0.0.1:${port}`
  return async () => {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    await rm(home, { recursive: true, force: true })
  }
}
