import { readdirSync, readFileSync } from 'node:fs'
import { clearStalePostmaster } from './postgres-folder.js'
import { endProcess, processStamp } from './processes.js'
import { readRun } from './run-file.js'

const ladder = /** @type {const} */ ([
  { signal: 'SIGTERM', patience: 3000 },
  { signal: 'SIGKILL', patience: 1000 },
])

/**
 * Ends what a killed launcher left running on this home, and nothing else: a process counts as ours only when its
 * start time is the one we noted, or when it carries the home's run file in its environment.
 * @param {import('./home.js').Home} home
 * @returns {Promise<number>} how many there were
 */
export async function endOrphans(home) {
  const noted = (readRun(home.runFile)?.processes ?? [])
    .filter(({ name, pid, stamp }) => !name.startsWith('postgres') && stamp && processStamp(pid) === stamp)
    .map(({ pid }) => pid)
  const orphans = [...new Set([...noted, ...carriersOf(home.runFile)])]
  await Promise.all(orphans.map((pid) => endProcess(pid, ladder)))
  await clearStalePostmaster(home.dataDir)
  return orphans.length
}

/**
 * The processes that were started with `MILLRACE_RUN_FILE` set to this file, also those killed before they were noted.
 * @param {string} path
 */
function carriersOf(path) {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter(
      (pid) => pid > 0 && pid !== process.pid && environmentOf(pid).includes(`MILLRACE_RUN_FILE=${path}`),
    )
}

/** @param {number} pid */
function environmentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  } catch {
    return []
  }
}
