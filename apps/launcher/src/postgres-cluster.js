import { mkdirSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { Fault } from './fault.js'
import { tailOf } from './log-file.js'
import { freePort } from './ports.js'
import { postgresBinaries } from './postgres-binaries.js'
import { clearStalePostmaster, dataFolderArgument, preparedPassword, superuser } from './postgres-folder.js'
import { settingsOf } from './postgres-settings.js'
import { postgresUser } from './postgres-user.js'
import { endProcess, sleep } from './processes.js'
import { spawnLogged } from './spawn-logged.js'

/**
 * @typedef {object} Cluster
 * @property {string} url of its database, with user and password
 * @property {import('node:child_process').ChildProcess} child the postmaster
 * @property {() => Promise<void>} stop ends it within seconds, clients or not
 */

/**
 * Starts PostgreSQL on a data folder, which is made if it is missing and recovered if its server was killed; resolves
 * once it takes connections and the database is there.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} [options.port] on 127.0.0.1; a free one by default
 * @param {string} options.log file that the server's messages are appended to
 * @param {string} [options.database]
 * @param {boolean} [options.durable] false for tests: quicker, and lost with the machine
 * @param {boolean} [options.detached] true puts it beyond the signals that the terminal sends to our group
 * @param {Record<string, string>} [options.env] further environment
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onSpawn] told before it is ready
 * @param {Record<string, string>} [options.settings] further PostgreSQL settings
 * @returns {Promise<Cluster>}
 */
export async function startCluster(options) {
  const { log, database = 'millrace', durable = true, detached = false } = options
  const port = options.port ?? (await freePort())
  const dataDir = realPath(options.dataDir)
  const user = postgresUser()
  const { initdb, postgres } = await postgresBinaries()
  const password = await preparedPassword({ initdb, dataDir, user, durable })
  const args = [
    '-D',
    dataFolderArgument(dataDir, user),
    ...settingsOf({ port, durable, settings: options.settings }),
  ]
  const env = { ...process.env, ...options.env }
  const server = `postgresql://${superuser}:${password}@127.0.0.1:${port}`
  for (const end = Date.now() + 10_000; ; await sleep(200)) {
    await clearStalePostmaster(dataDir)
    const child = spawnLogged(postgres, args, { log, cwd: dataDir, detached, env, ...user })
    options.onSpawn?.(child)
    const stop = () => stopCluster(child)
    try {
      await acceptsConnections(child, { server, log })
      await createDatabase(server, database)
      return { url: `${server}/${database}`, child, stop }
    } catch (error) {
      await stop()
      // the last backends of a killed server take a moment to notice
      if (!/pre-existing shared memory block/.test(tailOf(log, 4)) || Date.now() > end) throw error
    }
  }
}

/** @param {string} folder */
function realPath(folder) {
  const parent = dirname(resolve(folder))
  mkdirSync(parent, { recursive: true })
  return join(realpathSync(parent), basename(folder))
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ server: string, log: string }} at
 */
async function acceptsConnections(child, { server, log }) {
  for (const end = Date.now() + 120_000; Date.now() < end; await sleep(40)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) break
    const client = new pg.Client({ connectionString: `${server}/postgres` })
    client.on('error', () => {})
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (connected) return
  }
  const detail = tailOf(log)
  if (/No space left on device/.test(detail)) throw Object.assign(new Error(detail), { code: 'ENOSPC' })
  throw new Fault(
    { en: `PostgreSQL does not start: see ${log}.`, zh: `PostgreSQL 无法启动：请查看 ${log}。` },
    { detail },
  )
}

/**
 * @param {string} server
 * @param {string} database
 */
async function createDatabase(server, database) {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(database)}`)
  } finally {
    await client.end()
  }
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopCluster(child) {
  if (child.pid === undefined) return
  await endProcess(child.pid, [
    { signal: 'SIGINT', patience: 2500 },
    { signal: 'SIGQUIT', patience: 1000 },
    { signal: 'SIGKILL', patience: 1000 },
  ])
}
