import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * What a JSON file of ours holds; undefined when it is missing or was cut short by a crash.
 * @param {string} path
 * @returns {any} the caller knows what it wrote
 */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Replaces a file whole, so that a reader never sees half of it; only its owner may read it.
 * @param {string} path
 * @param {unknown} value
 */
export function writeJson(path, value) {
  const half = `${path}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(half, path)
}
