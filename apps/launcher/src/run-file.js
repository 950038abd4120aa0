import { rmSync } from 'node:fs'
import { readJson, writeJson } from './json-file.js'
import { processStamp } from './processes.js'

/**
 * @typedef {object} RunningProcess
 * @property {string} name
 * @property {number} pid
 * @property {string | undefined} stamp tells it from a later process with the same pid
 */

/**
 * @typedef {object} Run what runs on a home right now
 * @property {string} url
 * @property {string} [databaseUrl]
 * @property {{ address: string, namespace: string, metricsUrl?: string }} [temporal]
 * @property {RunningProcess[]} processes
 */

/**
 * What the file says runs, or ran when everything was killed.
 * @param {string} path
 * @returns {Run | undefined}
 */
export const readRun = (path) => readJson(path)

/**
 * Keeps the file current: the API answers from it, and the next start finds orphans by it.
 * @param {string} path
 * @param {string} url
 */
export function runFile(path, url) {
  /** @type {Run} */
  let run = { url, processes: [] }
  return {
    /** @param {Partial<Run>} change */
    update(change) {
      run = { ...run, ...change }
      writeJson(path, run)
    },
    remove: () => rmSync(path, { force: true }),
  }
}

/**
 * @param {string} name
 * @param {number} pid
 * @returns {RunningProcess}
 */
export const describeProcess = (name, pid) => ({ name, pid, stamp: processStamp(pid) })
