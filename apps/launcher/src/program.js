import { spawn } from 'node:child_process'
import { sendSignal } from './processes.js'

/** @type {Set<import('node:child_process').ChildProcess>} */
const underWay = new Set()

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {number} code exit code; 1 for a program that was killed or could not be run
 * @property {string} output what it printed, unless it went to the terminal
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, terminal?: boolean, uid?: number, gid?: number }} [options] `terminal`: it talks to the person itself
 * @returns {Promise<Outcome>}
 */
export function runProgram(command, args, { terminal = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      stdio: terminal ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    underWay.add(child)
    /** @type {Buffer[]} */
    const chunks = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk))
    const end = (/** @type {number} */ code, output = Buffer.concat(chunks).toString('utf8').trim()) => {
      underWay.delete(child)
      resolve({ ok: code === 0, code, output })
    }
    child.on('error', (error) => end(1, error.message))
    child.on('close', (code) => end(code ?? 1))
  })
}

/** Ends every program under way. */
export function endPrograms() {
  for (const { pid } of underWay) if (pid) sendSignal(pid, 'SIGTERM')
}
