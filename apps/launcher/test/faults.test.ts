import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../src/ports.js'
import { remove, standInProject, startProduct, write } from './stand-in.ts'

let folder = ''
let port = 0

beforeAll(async () => {
  folder = await standInProject()
  port = await freePort()
})

afterAll(() => remove(folder))

test('a port that is taken', async () => {
  const server = createServer()
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  const said = await fault({})
  await new Promise((done) => server.close(done))
  expect(said).toBe(`Port ${port} is taken by another program: end it, or set PORT to a free one.`)
})

test('a port that is none', async () => {
  expect(await fault({ PORT: 'http' })).toBe('PORT is "http": set it to a number from 1 to 65535.')
})

test('a host open to others without a token', async () => {
  expect(await fault({ HOST: '0.0.0.0' })).toMatch(/^HOST=0\.0\.0\.0 opens .* set MILLRACE_TOKEN/)
})

test('the terminal is Chinese', async () => {
  expect(await fault({ PORT: 'http', LC_ALL: 'zh_CN.UTF-8' })).toBe(
    'PORT 为“http”：请设为 1 到 65535 之间的数字。',
  )
})

test.skipIf(process.platform !== 'linux')('a home that cannot be written to', async () => {
  expect(await fault({ MILLRACE_HOME: '/sys/millrace' })).toMatch(
    /^Millrace cannot write to its home folder \/sys\/millrace \(E\w+\): set MILLRACE_HOME to a folder/,
  )
})

test.skipIf(!canMount())('a read-only home and a full disk', async () => {
  const disk = await mkdtemp(join(tmpdir(), 'millrace-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk])
    expect(await fault({ MILLRACE_HOME: disk })).toMatch(
      /^The disk of .* is full .*: free some space, or set MILLRACE_HOME/,
    )
    execFileSync('mount', ['-o', 'remount,ro', disk])
    expect(await fault({ MILLRACE_HOME: disk })).toMatch(
      /^Millrace cannot write .* \(EROFS\): set MILLRACE_HOME/,
    )
  } finally {
    execFileSync('umount', [disk])
    await rm(disk, { recursive: true })
  }
})

test('no Temporal CLI by any of the ways', async () => {
  const said = await fault({
    MILLRACE_CACHE: join(folder, 'cache'),
    PIP_NO_INDEX: '1',
    PIP_FIND_LINKS: '',
    PIP_CONFIG_FILE: '/dev/null',
    PATH: pathWithout('temporal'),
  })
  expect(said).toMatch(
    /^There is no Temporal CLI .* connect to the network, install Python with pip, .* or set TEMPORAL_ADDRESS\.$/,
  )
})

test('no network for the dependencies', async () => {
  const bare = await standInProject()
  await rm(join(bare, 'node_modules'))
  const dependencies = { 'some-library': '1.0.0' }
  const resolved = 'http://127.0.0.1:9/some-library-1.0.0.tgz'
  const packages = { '': { dependencies }, 'node_modules/some-library': { version: '1.0.0', resolved } }
  const scripts = { start: 'node apps/launcher/src/millrace.js start' }
  await write(join(bare, 'package.json'), JSON.stringify({ scripts, dependencies }))
  await write(join(bare, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }))
  const said = await fault({ npm_config_cache: join(bare, 'npm-cache'), npm_config_fetch_retries: '0' }, bare)
  await remove(bare)
  expect(said).toMatch(/^The dependencies could not be downloaded: connect to the network/)
})

test('an outside PostgreSQL and an outside Temporal that are not there', async () => {
  expect(await fault({ DATABASE_URL: 'postgresql://me:secret@127.0.0.1:9/none' })).toMatch(
    /^The PostgreSQL of DATABASE_URL does not answer \(.*\): start it, or mend DATABASE_URL\.$/,
  )
}, 30_000)

test('an API that does not start', async () => {
  const broken = await standInProject()
  await write(join(broken, 'apps/api/src/main.ts'), "throw new Error('the fuse blew')")
  const said = await fault({}, broken)
  await remove(broken)
  expect(said).toMatch(/^Millrace's api does not start: see .*api\.log\./)
}, 30_000)

/** Starts, expects exit code 1, and gives the one sentence that was said below the list of steps. */
async function fault(env: Record<string, string>, project = folder): Promise<string> {
  const home = join(project, 'home')
  await mkdir(home, { recursive: true })
  const start = startProduct(project, { PORT: String(port), MILLRACE_HOME: home, ...env })
  expect(await start.ended).toBe(1)
  const lines = start.log().split('\n')
  const last = lines.findLastIndex((line) => /^( {2}[✓✗!]|> |npm )/.test(line))
  return lines.slice(last + 1).find((line) => line !== '') ?? ''
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  try {
    execFileSync('unshare', ['--mount', 'true'])
    return true
  } catch {
    return false
  }
}

function pathWithout(name: string): string {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.filter((path) => !name || !path.includes(name)).join(':')
}
