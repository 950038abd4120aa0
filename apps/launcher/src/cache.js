import { mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { codeOf, Fault } from './fault.js'

const systemCache = '/var/cache/millrace'

/** The folder for downloaded binaries, shared by all homes: `MILLRACE_CACHE`, else the user's cache folder. */
export function cacheFolder() {
  const { MILLRACE_CACHE, XDG_CACHE_HOME } = process.env
  if (MILLRACE_CACHE) return made(resolve(MILLRACE_CACHE))
  if (process.platform === 'darwin') return made(join(homedir(), 'Library', 'Caches', 'millrace'))
  return made(join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'millrace'))
}

/** The cache folder, or a system one where the user's is closed to the user that PostgreSQL runs as. */
export function sharedCacheFolder() {
  const cache = cacheFolder()
  return process.getuid?.() === 0 && !isOpenToAll(cache) ? made(systemCache) : cache
}

/** @param {string} folder */
function isOpenToAll(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}

/** @param {string} folder */
function made(folder) {
  try {
    mkdirSync(folder, { recursive: true })
    return folder
  } catch (cause) {
    throw new Fault(
      {
        en: `Millrace cannot write to its cache folder ${folder} (${codeOf(cause)}): set MILLRACE_CACHE to a folder you can write to.`,
        zh: `Millrace 无法写入缓存目录 ${folder}（${codeOf(cause)}）：请将 MILLRACE_CACHE 设为可写目录。`,
      },
      { cause },
    )
  }
}
