import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { childEnvironment } from './environment.js'
import { Fault } from './fault.js'
import { runProgram } from './program.js'

/**
 * Builds the studio unless what it is made from is the same as last time.
 * @param {string} root
 * @param {string} node
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function buildStudio(root, node) {
  const studio = join(root, 'apps', 'studio')
  const dist = join(studio, 'dist')
  const stamp = join(dist, '.built-from')
  const print = await fingerprint(root)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return false
  // beside the old build, so that an API that serves it never meets half a build
  const fresh = join(root, 'node_modules', '.cache', `millrace-studio-${process.pid}`)
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { ok, output } = await runProgram(
    node,
    [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'],
    {
      cwd: studio,
      env: childEnvironment({ node, extra: { NODE_ENV: 'production', NO_COLOR: '1' } }),
    },
  )
  if (!ok) throw notBuilt(output)
  writeFileSync(join(fresh, '.built-from'), print)
  await rm(dist, { recursive: true, force: true })
  await rename(fresh, dist)
  return true
}

/** @param {string} root */
async function fingerprint(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const folder of [join(root, 'apps', 'studio'), join(root, 'packages')]) {
    for (const path of await sourcesIn(folder)) hash.update(relative(root, path)).update(await readFile(path))
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} in an order that does not depend on the disk
 */
async function sourcesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = entries
    .filter(({ name }) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name))
    .map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? sourcesIn(path) : [path]
    })
  return (await Promise.all(found)).flat().sort()
}

/** @param {string} output */
function notBuilt(output) {
  return new Fault(
    {
      en: 'The studio could not be built: mend what is said below.',
      zh: '画布界面构建失败，请按以下信息处理。',
    },
    { detail: output.split('\n').slice(-30).join('\n') },
  )
}
