import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const millrace = fileURLToPath(new URL('../src/millrace.js', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'millrace-repair-'))

afterAll(() => rmSync(home, { recursive: true }))

function repair(env: Record<string, string>) {
  const all = { PATH: process.env.PATH ?? '', LC_ALL: 'en_US.UTF-8', MILLRACE_HOME: home, ...env }
  const { status, stderr } = spawnSync(process.execPath, [millrace, 'repair'], { env: all, encoding: 'utf8' })
  return { status, said: stderr.trim() }
}

const nothing = `Nothing runs on ${home}: start Millrace first, or set DATABASE_URL and TEMPORAL_ADDRESS.`

test('where nothing runs, one sentence says so', () => {
  expect(repair({})).toEqual({ status: 1, said: nothing })
})

test('the notes of a product that was killed are not taken for one that runs', () => {
  const run = { databaseUrl: 'postgresql://127.0.0.1:1/x', temporal: { address: '127.0.0.1:1' } }
  writeFileSync(join(home, 'run.json'), JSON.stringify(run))
  expect(repair({})).toEqual({ status: 1, said: nothing })
})

test('databases that the environment names and that do not answer are named in one sentence', () => {
  const env = { DATABASE_URL: 'postgresql://127.0.0.1:1/x', TEMPORAL_ADDRESS: '127.0.0.1:1' }
  const { status, said } = repair(env)
  expect(status).toBe(1)
  expect(said).toMatch(
    /^The PostgreSQL of DATABASE_URL does not answer \(.*\): start it, or mend DATABASE_URL\.$/,
  )
})
