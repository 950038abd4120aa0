import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/**
 * The last lines of a log, to show beside a fault; empty when there is none.
 * @param {string} path
 */
export function tailOf(path, lines = 15) {
  try {
    const file = openSync(path, 'r')
    const { size } = fstatSync(file)
    const buffer = Buffer.alloc(Math.min(size, 8192))
    readSync(file, buffer, 0, buffer.length, size - buffer.length)
    closeSync(file)
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}
