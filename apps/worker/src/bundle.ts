import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { OWN_MODULES } from './bundle-sources.ts'

/**
 * The workflow code as one script. It is built once for each state of its sources, in a process of its own: the bundler
 * would stay in the worker's memory.
 */
export async function workflowBundle(env: NodeJS.ProcessEnv = process.env): Promise<{ code: string }> {
  const file = join(cacheFolder(env), `workflows-${await sourceHash()}.js`)
  const kept = await readFile(file, 'utf8').catch(() => null)
  if (kept !== null) return { code: kept }
  const { stdout: code } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'bundle-main.ts')],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  await keep(file, code).catch(() => {})
  return { code }
}

async function keep(file: string, code: string): Promise<void> {
  const draft = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(draft, code)
  await rename(draft, file)
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  const require = createRequire(import.meta.url)
  hash.update(await readFile(require.resolve('@temporalio/worker/package.json')))
  for (const path of OWN_MODULES) hash.update(path).update(await readFile(path))
  return hash.digest('hex').slice(0, 16)
}

function cacheFolder({ MILLRACE_CACHE, XDG_CACHE_HOME }: NodeJS.ProcessEnv): string {
  return MILLRACE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'millrace')
}
