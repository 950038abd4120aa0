import { execFileSync } from 'node:child_process'
import { Fault } from './fault.js'

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, made if missing. Undefined for other users.
 * @returns {{ uid: number, gid: number } | undefined}
 */
export function postgresUser() {
  if (process.getuid?.() !== 0) return undefined
  const user = lookUp() ?? made()
  if (user) return user
  throw new Fault({
    en: 'PostgreSQL does not run as root and the user "postgres" could not be made: run Millrace as an ordinary user, or set DATABASE_URL.',
    zh: 'PostgreSQL 不能以 root 运行，且无法创建用户 "postgres"：请以普通用户运行 Millrace，或设置 DATABASE_URL。',
  })
}

function lookUp() {
  try {
    const id = (/** @type {string} */ flag) =>
      Number(
        execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      )
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return undefined
  }
}

function made() {
  const ways = [
    ['useradd', '--system', '--user-group', '--no-create-home', 'postgres'],
    ['useradd', '--system', '--gid', 'postgres', '--no-create-home', 'postgres'],
  ]
  for (const [command = '', ...args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' })
      return lookUp()
    } catch {
      // the next way, and then the caller finds no user
    }
  }
  return undefined
}
