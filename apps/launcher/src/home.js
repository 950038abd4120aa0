import { accessSync, constants, mkdirSync, realpathSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Fault } from './fault.js'
import { readJson, writeJson } from './json-file.js'
import { freePort, listenError } from './ports.js'

const neededBytes = 200 * 1024 * 1024

/**
 * @typedef {object} Home the folder of everything that must last
 * @property {string} folder
 * @property {string} runFile what runs now, for the API and for the next start
 * @property {string} lockFile
 * @property {string} dataDir of the embedded PostgreSQL
 * @property {string} temporalFile
 * @property {(name: string) => string} log path of a process's log
 */

/**
 * Makes the home folder if need be and makes sure that it can be written to and has room.
 * @param {string} folder
 * @returns {Home}
 */
export function openHome(folder) {
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    if (codeOf(cause) === 'ENOSPC') throw cause
    throw unwritable(folder, cause)
  }
  assertRoom(folder)
  const real = realpathSync(folder)
  return {
    folder: real,
    runFile: join(real, 'run.json'),
    lockFile: join(real, 'lock'),
    dataDir: join(real, 'postgres'),
    temporalFile: join(real, 'temporal.db'),
    log: (name) => join(real, 'logs', `${name}.log`),
  }
}

/**
 * The home's own ports, chosen once; one that somebody else took meanwhile is chosen anew.
 * @param {Home} home
 * @returns {Promise<{ postgres: number, temporal: number, metrics: number }>}
 */
export async function portsOf(home) {
  const file = join(home.folder, 'ports.json')
  const remembered = readJson(file) ?? {}
  const ports = { postgres: 0, temporal: 0, metrics: 0 }
  for (const name of /** @type {const} */ (['postgres', 'temporal', 'metrics'])) {
    const port = remembered[name]
    const ours = Number.isInteger(port) && (await listenError(port, '127.0.0.1')) === undefined
    ports[name] = ours ? port : await freePort()
  }
  writeJson(file, ports)
  return ports
}

/** @param {string} folder */
function assertRoom(folder) {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  if (free >= neededBytes) return
  const [has, needs] = [free, neededBytes].map((bytes) => `${Math.floor(bytes / 1024 / 1024)} MB`)
  throw new Fault({
    en: `The disk of ${folder} is full (${has} free, Millrace needs ${needs}): free some space, or set MILLRACE_HOME to a folder on another disk.`,
    zh: `${folder} 所在磁盘已满（剩余 ${has}，Millrace 需要 ${needs}）：请清理空间，或将 MILLRACE_HOME 设为其他磁盘上的目录。`,
  })
}

/**
 * @param {string} folder
 * @param {unknown} cause
 */
function unwritable(folder, cause) {
  return new Fault(
    {
      en: `Millrace cannot write to its home folder ${folder} (${codeOf(cause)}): set MILLRACE_HOME to a folder you can write to.`,
      zh: `Millrace 无法写入主目录 ${folder}（${codeOf(cause)}）：请将 MILLRACE_HOME 设为可写目录。`,
    },
    { cause },
  )
}
