import { codeOf, Fault } from './fault.js'
import { say } from './text.js'

/**
 * What a person reads when a command fails: one sentence for a fault of the world, everything for a fault of ours.
 * @param {unknown} error
 */
export function explain(error) {
  if (error instanceof Fault) return error.detail ? `${error.message}\n\n${error.detail}` : error.message
  const code = codeOf(error) ?? ''
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return say(diskFull(path))
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return say(closed(path, code))
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * @param {string} path
 * @returns {import('./text.js').Text}
 */
function diskFull(path) {
  return {
    en: `The disk is full${path && ` (${path})`}: free some space, or set MILLRACE_HOME to a folder on another disk.`,
    zh: `磁盘已满${path && `（${path}）`}：请清理空间，或将 MILLRACE_HOME 设为其他磁盘上的目录。`,
  }
}

/**
 * @param {string} path
 * @param {string} code
 * @returns {import('./text.js').Text}
 */
function closed(path, code) {
  return {
    en: `Millrace may not write ${path || 'a file'} (${code}): give this user the right to, or set MILLRACE_HOME and MILLRACE_CACHE to folders you can write to.`,
    zh: `Millrace 无权写入 ${path || '文件'}（${code}）：请授予权限，或将 MILLRACE_HOME 与 MILLRACE_CACHE 设为可写目录。`,
  }
}
