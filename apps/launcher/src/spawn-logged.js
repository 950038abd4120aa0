import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Starts a program whose output is appended to a log file; a program that cannot be run at all has no pid.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { log: string }} options
 */
export function spawnLogged(command, args, { log, ...options }) {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a', 0o600)
  try {
    const child = spawn(command, args, { ...options, stdio: ['ignore', output, output] })
    child.on('error', () => {})
    return child
  } finally {
    closeSync(output)
  }
}
