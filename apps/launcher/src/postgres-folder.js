import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Fault } from './fault.js'
import { endProcess, processStamp, workingFolder } from './processes.js'
import { runProgram } from './program.js'

const passwordFile = 'millrace-password'

/** The superuser of every embedded cluster. */
export const superuser = 'millrace'

/**
 * How PostgreSQL is told its data folder. The user `postgres` may not be able to traverse the way to it (a home
 * folder is often 0700), so root hands it over as the working folder, which is entered before the user is changed.
 * @param {string} dataDir
 * @param {{ uid: number, gid: number } | undefined} user
 */
export function dataFolderArgument(dataDir, user) {
  return user && process.platform === 'linux' ? '/proc/self/cwd' : dataDir
}

/**
 * Makes the cluster unless it is there, whole or not at all, and gives its password.
 * @param {{ initdb: string, dataDir: string, user: { uid: number, gid: number } | undefined, durable: boolean }} options
 */
export async function preparedPassword({ initdb, dataDir, user, durable }) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return readFile(join(dataDir, passwordFile), 'utf8')
  const nursery = `${dataDir}.new`
  const data = join(nursery, 'data')
  const password = randomBytes(18).toString('base64url')
  await mkdir(dirname(dataDir), { recursive: true })
  await rm(nursery, { recursive: true, force: true })
  await mkdir(data, { recursive: true, mode: 0o700 })
  await writeFile(join(nursery, 'password'), password, { mode: 0o600 })
  if (user)
    for (const path of [nursery, data, join(nursery, 'password')]) await chown(path, user.uid, user.gid)
  const args = initdbArguments(dataFolderArgument(data, user), durable)
  assertMade(await runProgram(initdb, args, { cwd: data, ...user }))
  await rename(join(nursery, 'password'), join(data, passwordFile))
  await rm(dataDir, { recursive: true, force: true })
  await rename(data, dataDir)
  await rm(nursery, { recursive: true })
  return password
}

/**
 * @param {string} data
 * @param {boolean} durable
 */
function initdbArguments(data, durable) {
  return [
    ...['-D', data, '--username', superuser, '--pwfile', '../password', '--auth', 'scram-sha-256'],
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ]
}

/**
 * Ends a server that still runs on the folder after its launcher was killed, and forgets one that is gone: PostgreSQL
 * would take a zombie, or somebody else's process with the same pid, for a running server. (Backends that outlive
 * their server still keep a new one away, by the shared memory that hangs on the folder.)
 * @param {string} dataDir
 */
export async function clearStalePostmaster(dataDir) {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0])
  if (process.platform !== 'linux' && processStamp(pid) !== undefined) return
  if (workingFolder(pid) === dataDir) {
    await endProcess(pid, [
      { signal: 'SIGINT', patience: 4000 },
      { signal: 'SIGQUIT', patience: 3000 },
      { signal: 'SIGKILL', patience: 3000 },
    ])
  }
  await rm(file, { force: true })
}

/** @param {import('./program.js').Outcome} outcome */
function assertMade({ ok, output }) {
  if (ok) return
  if (/No space left/i.test(output)) throw Object.assign(new Error(output), { code: 'ENOSPC' })
  throw new Fault(
    {
      en: 'PostgreSQL could not make its data folder: see below.',
      zh: 'PostgreSQL 无法创建数据目录，详情如下。',
    },
    { detail: output },
  )
}
