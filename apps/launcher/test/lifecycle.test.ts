import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freePort } from '../src/ports.js'
import { startCluster } from '../src/postgres.js'
import { startTemporal, temporalCli } from '../src/temporal.js'
import { isGone, remove, type Start, standInProject, startProduct, textOf, until, write } from './stand-in.ts'

let project = ''
const homes: string[] = []
const started: Start[] = []

beforeAll(async () => {
  project = await standInProject()
})

afterEach(async () => {
  for (const product of started.splice(0)) await end(product)
})

afterAll(async () => {
  for (const folder of [project, ...homes]) await remove(folder)
})

test('a second start on the same home goes on with the same data and ports', async () => {
  const home = await freshHome()
  const first = await start(home)
  await query(home, 'create table kept as select 42 as answer')
  const before = await runOf(home)
  const { processes } = await first.system()
  const began = Date.now()
  await first.stop()
  await until('everything gone', async () => processes.every(({ pid }) => isGone(pid)), 10_000)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(processes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['launcher', 'postgres', 'temporal', 'api', 'worker', 'postgres: checkpointer']),
  )

  const second = await start(home, { port: first.port })
  expect(await query(home, 'select answer from kept')).toEqual([{ answer: 42 }])
  expect(second.log()).not.toContain('✗')
  const after = await runOf(home)
  expect({ ...after, processes: [] }).toEqual({ ...before, processes: [] })
})

test('after kill -9 of everything the next start recovers by itself', async () => {
  const home = await freshHome()
  const first = await start(home)
  await query(home, 'create table kept as select 42 as answer')
  await first.kill()
  await start(home, { port: first.port })
  expect(await query(home, 'select answer from kept')).toEqual([{ answer: 42 }])
})

test('orphans of a killed launcher are ended before anything is called taken', async () => {
  const home = await freshHome()
  const first = await start(home)
  const orphans = (await first.system()).processes.filter(({ name }) => name !== 'launcher')
  process.kill(await first.pid('launcher'), 'SIGKILL')
  await first.ended
  expect(orphans.some(({ pid }) => isGone(pid))).toBe(false)
  await start(home, { port: first.port })
  expect(orphans.every(({ pid }) => isGone(pid))).toBe(true)
})

test('a start while one runs says so and leaves it alone', async () => {
  const home = await freshHome()
  const first = await start(home)
  const second = startProduct(project, { PORT: String(await freePort()), MILLRACE_HOME: home })
  expect(await second.ended).toBe(1)
  expect(second.log()).toContain(`Millrace already runs on this home at http://127.0.0.1:${first.port}`)
  expect((await fetch(`http://127.0.0.1:${first.port}/api/health`)).status).toBe(200)
})

test('two homes run side by side', async () => {
  const [one, two] = [await freshHome(), await freshHome()]
  await Promise.all([start(one), start(two)])
  await query(one, 'create table only_in_one ()')
  expect(await query(two, "select to_regclass('only_in_one') as found")).toEqual([{ found: null }])
})

test('a process that dies is started again, and health says 503 meanwhile', async () => {
  const product = await start(await freshHome())
  const health = async () =>
    (await fetch(`http://127.0.0.1:${product.port}/api/health`).catch(() => undefined))?.status
  for (const name of ['worker', 'temporal', 'postgres']) {
    const pid = await product.pid(name)
    process.kill(pid, 'SIGKILL')
    await until(`${name} missed`, async () => (await health()) === 503)
    await until(`${name} back`, async () => (await health()) === 200 && (await product.pid(name)) !== pid)
  }
  process.kill(await product.pid('api'), 'SIGKILL')
  await until('api missed', async () => (await health()) === undefined)
  await until('api back', async () => (await health()) === 200)
  expect(product.log()).toContain('worker ended (SIGKILL), it is started again')
})

test('an outside PostgreSQL and an outside Temporal replace the embedded ones', async () => {
  const [home, outside] = [await freshHome(), await freshHome()]
  const cluster = await startCluster({
    dataDir: join(outside, 'pg'),
    log: join(outside, 'pg.log'),
    durable: false,
  })
  const temporal = await startTemporal({ cli: await temporalCli(), log: join(outside, 'temporal.log') })
  const env = { DATABASE_URL: cluster.url, TEMPORAL_ADDRESS: temporal.address, STAND_IN_OUTSIDE: '1' }
  const product = await start(home, { env })
  expect((await product.system()).processes.map(({ name }) => name)).toEqual(['launcher', 'api', 'worker'])
  await end(product)
  expect(isGone(cluster.child.pid ?? 0)).toBe(false)
  await Promise.all([cluster.stop(), temporal.stop()])
})

test('a worker that will not stop is ended all the same, within ten seconds', async () => {
  const stubborn =
    "for (const s of ['SIGTERM', 'SIGINT']) process.on(s, () => {}); setInterval(() => {}, 1000)"
  const folder = await standInProject()
  homes.push(folder)
  await write(join(folder, 'apps/worker/src/main.ts'), stubborn)
  const product = await start(await freshHome(), { folder })
  const { processes } = await product.system()
  await product.stop()
  await until('everything gone', async () => processes.every(({ pid }) => isGone(pid)), 10_000)
})

async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'millrace-home-'))
  homes.push(home)
  return home
}

async function start(
  home: string,
  options: { port?: number; folder?: string; env?: Record<string, string> } = {},
): Promise<Start> {
  const PORT = String(options.port ?? (await freePort()))
  const product = startProduct(options.folder ?? project, { PORT, MILLRACE_HOME: home, ...options.env })
  started.push(product)
  await product.ready()
  return product
}

async function end(product: Start): Promise<void> {
  const launcher = await product.pid('launcher').catch(() => 0)
  if (!launcher) return
  process.kill(launcher, 'SIGTERM')
  await until('the end', async () => isGone(launcher), 12_000)
}

const runOf = async (home: string) => JSON.parse(await textOf(join(home, 'run.json')))

async function query(home: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: (await runOf(home)).databaseUrl })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}
