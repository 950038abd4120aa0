import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processStamp } from '../src/processes.js'

const project = resolve(import.meta.dirname, '..', '..', '..')

const api = `
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
const run = () => JSON.parse(readFileSync(process.env.MILLRACE_RUN_FILE, 'utf8'))
const alive = ({ pid }) => existsSync('/proc/' + pid) || process.platform !== 'linux'
createServer((request, response) => {
  const { processes } = run()
  const up = ['postgres', 'temporal', 'worker'].every((name) => processes.some((p) => p.name === name && alive(p)))
  const healthy = up || process.env.STAND_IN_OUTSIDE === '1'
  response.writeHead(request.url === '/api/health' && !healthy ? 503 : 200)
  response.end(JSON.stringify(run()))
}).listen(Number(process.env.PORT), process.env.HOST)
`

const files: Record<string, string> = {
  'apps/api/src/main.ts': api,
  'apps/api/src/sample-main.ts': '',
  'apps/worker/src/main.ts': 'setInterval(() => {}, 1000)',
  'packages/database/src/migrate-main.ts': 'if (!process.env.DATABASE_URL) process.exit(1)',
  'apps/studio/index.html': '<!doctype html><title>stand-in</title>',
}

/** A project with the real launcher, the real PostgreSQL and Temporal, and the least of everything else. */
export async function standInProject(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-launcher-'))
  for (const name of [
    'package.json',
    'package-lock.json',
    'apps/launcher/package.json',
    'apps/launcher/src',
  ]) {
    await cp(join(project, name), join(folder, name), { recursive: true })
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) await write(join(folder, path), text)
  return folder
}

export async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}

/** A run of `npm start`, as a person or a script would begin it. */
export interface Start {
  child: ChildProcess
  port: number
  log(): string
  ended: Promise<number | null>
  ready(): Promise<void>
  /** What the product says runs. */
  system(): Promise<{ processes: { name: string; pid: number }[] }>
  pid(name: string): Promise<number>
  /** SIGTERM to the group, as a terminal or a process manager sends it. */
  stop(): Promise<number | null>
  /** kill -9 of everything that the product says it runs, at once. */
  kill(): Promise<void>
}

export function startProduct(folder: string, env: Record<string, string>): Start {
  const port = Number(env.PORT)
  const child = spawn('npm', ['start'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', MILLRACE_SAMPLE: '0', ...env },
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  let over = false
  void ended.then(() => {
    over = true
  })
  const system: Start['system'] = async () => (await fetch(`http://127.0.0.1:${port}/api/system`)).json()
  const signal = (name: NodeJS.Signals) => process.kill(-(child.pid ?? 0), name)
  return {
    child,
    port,
    ended,
    system,
    log: () => log,
    async ready() {
      await until('ready', async () => {
        if (over) throw new Error(`the start ended: ${log}`)
        return log.includes(`Millrace is ready at http://127.0.0.1:${port}`)
      })
    },
    async pid(name) {
      return (await system()).processes.find((item) => item.name === name)?.pid ?? 0
    },
    async stop() {
      signal('SIGTERM')
      return ended
    },
    async kill() {
      const { processes } = await system()
      for (const { pid } of processes) process.kill(pid, 'SIGKILL')
      signal('SIGKILL')
      await ended
    },
  }
}

export async function until(what: string, probe: () => Promise<boolean>, within = 25_000): Promise<void> {
  for (const end = Date.now() + within; Date.now() < end; await sleep(30)) if (await probe()) return
  throw new Error(`waited ${within} ms for: ${what}`)
}

export const isGone = (pid: number): boolean => processStamp(pid) === undefined

export const remove = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

export const textOf = (path: string): Promise<string> => readFile(path, 'utf8')
