import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHome } from '../src/home.js'
import { endOrphans } from '../src/orphans.js'
import { processStamp } from '../src/processes.js'
import { isGone, remove } from './stand-in.ts'

let folder = ''
const strangers: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-guard-'))
})

afterEach(async () => {
  for (const child of strangers.splice(0)) child.kill('SIGKILL')
  await remove(folder)
})

test('of many starts at once on a home with a stale lock exactly one takes it', async () => {
  const file = join(folder, 'lock')
  const stale = JSON.stringify({ pid: 999_999, stamp: 'long ago', url: '' })
  await writeFile(file, stale)
  const lock = pathToFileURL(join(import.meta.dirname, '..', 'src', 'lock.js')).href
  const code = `
    const { takeLock } = await import(${JSON.stringify(lock)})
    try { takeLock(${JSON.stringify(file)}, 'here'); console.log('mine'); setTimeout(() => {}, 1500) } catch { console.log('theirs') }`
  const answers = await Promise.all(Array.from({ length: 8 }, () => outputOf(code)))
  expect(answers.filter((answer) => answer === 'mine')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'theirs')).toHaveLength(7)
}, 20_000)

test('a stranger that has the pid of a process that once was ours is left alone', async () => {
  const home = openHome(folder)
  const [stranger, ours] = [sleeper(), sleeper()]
  const processes = [
    { name: 'worker', pid: stranger, stamp: 'another boot 1' },
    { name: 'api', pid: ours, stamp: processStamp(ours) },
  ]
  await writeFile(home.runFile, JSON.stringify({ url: '', processes }))
  expect(await endOrphans(home)).toBe(1)
  expect(isGone(stranger)).toBe(false)
  expect(isGone(ours)).toBe(true)
})

test.skipIf(process.platform !== 'linux')(
  'an orphan that was killed before it was noted is found',
  async () => {
    const home = openHome(folder)
    const orphan = sleeper({ MILLRACE_RUN_FILE: home.runFile })
    const neighbour = sleeper({ MILLRACE_RUN_FILE: `${home.runFile}.of-another-home` })
    expect(await endOrphans(home)).toBe(1)
    expect(isGone(orphan)).toBe(true)
    expect(isGone(neighbour)).toBe(false)
  },
)

function sleeper(env: Record<string, string> = {}): number {
  const child = spawn('sleep', ['60'], { env: { ...process.env, ...env }, stdio: 'ignore' })
  strangers.push(child)
  return child.pid ?? 0
}

function outputOf(code: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.on('close', () => done(output.trim()))
  })
}
