import { Fault } from './fault.js'
import { temporalServes } from './grpc-health.js'
import { tailOf } from './log-file.js'
import { freePort } from './ports.js'
import { endProcess, sleep } from './processes.js'
import { spawnLogged } from './spawn-logged.js'

/**
 * @typedef {object} TemporalServer
 * @property {string} address host:port
 * @property {string} metricsUrl Prometheus text
 * @property {import('node:child_process').ChildProcess} child
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a Temporal dev server and resolves once it serves; its namespace is `default`.
 * @param {object} options
 * @param {string} options.cli path of the Temporal CLI
 * @param {string} [options.dbFile] where workflows last; without it they live in memory only
 * @param {number} [options.port] on 127.0.0.1; a free one by default
 * @param {number} [options.metricsPort] likewise
 * @param {string} options.log file that the server's messages are appended to
 * @param {boolean} [options.detached] true puts it beyond the signals that the terminal sends to our group
 * @param {Record<string, string>} [options.env] further environment
 * @param {(child: import('node:child_process').ChildProcess) => void} [options.onSpawn] told before it is ready
 * @param {string[]} [options.flags] further flags of `temporal server start-dev`
 * @returns {Promise<TemporalServer>}
 */
export async function startTemporal(options) {
  const { cli, dbFile, log, detached = false, flags = [] } = options
  const port = options.port ?? (await freePort())
  const metricsPort = options.metricsPort ?? (await freePort())
  const address = `127.0.0.1:${port}`
  const args = argumentsOf({ port, metricsPort, dbFile, flags })
  const child = spawnLogged(cli, args, { log, detached, env: { ...process.env, ...options.env } })
  options.onSpawn?.(child)
  const stop = () => stopServer(child)
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50)) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) break
    if (await temporalServes(address)) {
      return { address, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`, child, stop }
    }
  }
  await stop()
  const detail = tailOf(log)
  if (/database or disk is full/.test(detail)) throw Object.assign(new Error(detail), { code: 'ENOSPC' })
  throw new Fault(
    { en: `Temporal does not start: see ${log}.`, zh: `Temporal 无法启动：请查看 ${log}。` },
    { detail },
  )
}

/** @param {{ port: number, metricsPort: number, dbFile: string | undefined, flags: string[] }} options */
function argumentsOf({ port, metricsPort, dbFile, flags }) {
  return [
    ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--log-level', 'warn'],
    ...['--port', String(port), '--metrics-port', String(metricsPort)],
    ...(dbFile === undefined ? [] : ['--db-filename', dbFile]),
    ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'],
    ...flags,
  ]
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopServer(child) {
  if (child.pid === undefined) return
  await endProcess(child.pid, [
    { signal: 'SIGTERM', patience: 2000 },
    { signal: 'SIGKILL', patience: 1000 },
  ])
}
