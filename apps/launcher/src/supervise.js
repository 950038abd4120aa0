import { endProcess, sleep } from './processes.js'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {(onSpawn: (child: ChildProcess) => void) => Promise<unknown>} start resolves once it is up
 * @property {readonly { signal: NodeJS.Signals, patience: number }[]} ladder how it is ended
 */

const longestPause = 15_000
const steady = 30_000

/**
 * Keeps services running: one that dies is started again, after a pause that grows while it keeps dying.
 * @param {{ changed: () => void, died: (name: string, how: string) => void }} listener
 */
export function supervisor({ changed, died }) {
  /** @type {Map<string, { service: Service, child: ChildProcess }>} */
  const running = new Map()
  /** @type {Map<string, number>} */
  const deaths = new Map()
  let stopping = false

  /** @param {Service} service */
  async function launch(service) {
    let up = false
    await service.start((child) => {
      const began = Date.now()
      running.set(service.name, { service, child })
      changed()
      child.once('exit', (code, signal) => {
        if (running.get(service.name)?.child === child) running.delete(service.name)
        if (stopping) return
        changed()
        if (!up) return
        if (Date.now() - began > steady) deaths.delete(service.name)
        died(service.name, signal ?? `exit ${code}`)
        void revive(service)
      })
      if (stopping && child.pid) void endProcess(child.pid, service.ladder)
    })
    up = true
  }

  /** @param {Service} service */
  async function revive(service) {
    const count = (deaths.get(service.name) ?? 0) + 1
    deaths.set(service.name, count)
    await sleep(Math.min(longestPause, 200 * 2 ** (count - 1)))
    if (stopping) return
    await launch(service).catch((error) => {
      if (stopping) return
      died(service.name, error instanceof Error ? error.message : String(error))
      return revive(service)
    })
  }

  return {
    /** Starts a service; a fault before it is up for the first time is the caller's. */
    start: launch,
    /** @returns {{ name: string, pid: number }[]} */
    processes: () =>
      [...running].flatMap(([name, { child }]) =>
        child.pid === undefined ? [] : [{ name, pid: child.pid }],
      ),
    /** @param {string} name */
    deathsOf: (name) => deaths.get(name) ?? 0,
    /** Ends all services, in the order of their names given. @param {string[]} order */
    async stop(order) {
      stopping = true
      for (const name of order) {
        const { service, child } = running.get(name) ?? {}
        if (service && child?.pid) await endProcess(child.pid, service.ladder)
      }
    },
    /** Kills all services at once. */
    kill() {
      stopping = true
      for (const { child } of running.values()) child.kill('SIGKILL')
    },
  }
}
