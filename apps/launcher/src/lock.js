import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { Fault } from './fault.js'
import { processStamp } from './processes.js'

/**
 * Takes the home for this process; a holder that was killed loses it, one that runs is named.
 * @param {string} file
 * @param {string} url where this start will be reached
 * @returns {() => void} gives it back
 */
export function takeLock(file, url) {
  const ticket = `${file}.${process.pid}`
  const mine = JSON.stringify({ pid: process.pid, stamp: processStamp(process.pid), url })
  writeFileSync(ticket, mine, { mode: 0o600 })
  try {
    for (;;) {
      if (linked(ticket, file)) return () => rmSync(file, { force: true })
      const text = readText(file)
      if (text === undefined) continue
      const holder = holderOf(text)
      if (holder) throw alreadyRuns(holder)
      removeStale(file, text)
    }
  } finally {
    rmSync(ticket, { force: true })
  }
}

/**
 * A lock appears whole or not at all.
 * @param {string} ticket
 * @param {string} file
 */
function linked(ticket, file) {
  try {
    linkSync(ticket, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * Moved aside before it is removed: another start may have taken the home since we read the stale lock.
 * @param {string} file
 * @param {string} text
 */
function removeStale(file, text) {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (readText(aside) !== text) linked(aside, file)
  rmSync(aside, { force: true })
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** @param {string} text */
function holderOf(text) {
  try {
    const { pid, stamp, url } = JSON.parse(text)
    return processStamp(pid) === stamp ? { pid, url } : undefined
  } catch {
    return undefined
  }
}

/** @param {{ pid: number, url: string }} holder */
function alreadyRuns({ pid, url }) {
  return new Fault({
    en: `Millrace already runs on this home at ${url} (process ${pid}): use that one, stop it, or set MILLRACE_HOME and PORT for a second one.`,
    zh: `Millrace 已在此主目录运行：${url}（进程 ${pid}）。请使用或停止它，或另设 MILLRACE_HOME 与 PORT 再启动一个。`,
  })
}
