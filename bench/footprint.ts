import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { print } from './support/figures.ts'

const ROOT = new URL('..', import.meta.url).pathname
const IDLE_MS = 60_000

/** Memory of everything that `npm start` runs, and how soon a second start on the same home is ready. Linux only. */
export async function footprint(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'millrace-bench-home-'))
  try {
    const first = await start(home)
    await sleep(IDLE_MS)
    print('memory (PSS) 60 s after ready, all processes', `${await memory(first.pid, home)} MB`, '≤ 700 MB')
    await first.stop()
    const second = await start(home)
    print('second start to ready', `${second.seconds.toFixed(1)} s`, '≤ 8 s')
    await second.stop()
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

async function start(home: string) {
  const began = performance.now()
  const env = { ...process.env, MILLRACE_HOME: home, PORT: '4699' }
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let seen = ''
    child.stdout.on('data', (chunk) => {
      seen += chunk
      if (seen.includes('Millrace is ready at')) resolve()
    })
    child.once('exit', () => reject(new Error(`npm start ended:\n${seen}`)))
  })
  const pid = child.pid ?? 0
  return {
    pid,
    seconds: (performance.now() - began) / 1000,
    /** npm is gone before what it started is: the next start has to find the home free. */
    async stop() {
      const pids = await namedPids(home)
      process.kill(-pid, 'SIGTERM')
      await ended
      while (pids.some(isAlive)) await sleep(50)
    },
  }
}

/** MB of every process below `npm start` and of those that the product names, each page counted once. */
async function memory(npm: number, home: string): Promise<number> {
  const roots = new Set<number>([npm, ...(await namedPids(home))])
  const parents = await parentsByPid()
  const belongs = (pid: number): boolean =>
    roots.has(pid) || (parents.has(pid) && belongs(parents.get(pid) ?? 0))
  let kilobytes = 0
  for (const pid of parents.keys()) if (belongs(pid)) kilobytes += await pss(pid)
  return Math.round(kilobytes / 1024)
}

async function namedPids(home: string): Promise<number[]> {
  const { processes } = JSON.parse(await readFile(join(home, 'run.json'), 'utf8'))
  return processes.map(({ pid }: { pid: number }) => pid)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function parentsByPid(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = new Map<number, number>()
  for (const pid of pids) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields !== undefined) parents.set(pid, Number(fields[1]))
  }
  return parents
}

async function pss(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
}
