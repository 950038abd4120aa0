import { join } from 'node:path'
import { startCluster } from './postgres-cluster.js'
import { root } from './root.js'
import { spawnLogged } from './spawn-logged.js'
import { startTemporal } from './temporal-server.js'

/** @typedef {import('./supervise.js').Service} Service */

/** The order in which the product stops; the patience of all ladders together stays below ten seconds. */
export const stopOrder = ['worker', 'api', 'temporal', 'postgres']

/**
 * The embedded PostgreSQL; `ready` is told its URL.
 * @param {import('./home.js').Home} home
 * @param {{ port: number, env: Record<string, string>, ready: (url: string) => void }} options
 * @returns {Service}
 */
export function postgresService(home, { port, env, ready }) {
  return {
    name: 'postgres',
    start: async (onSpawn) => {
      const { dataDir } = home
      const { url } = await startCluster({
        dataDir,
        port,
        log: home.log('postgres'),
        detached: true,
        env,
        onSpawn,
      })
      ready(url)
    },
    ladder: [
      { signal: 'SIGINT', patience: 2000 },
      { signal: 'SIGQUIT', patience: 500 },
      { signal: 'SIGKILL', patience: 500 },
    ],
  }
}

/**
 * The embedded Temporal; `ready` is told where it is.
 * @param {import('./home.js').Home} home
 * @param {{ cli: string, port: number, metricsPort: number, namespace: string, env: Record<string, string>, ready: (at: { address: string, metricsUrl: string }) => void }} options
 * @returns {Service}
 */
export function temporalService(home, { cli, port, metricsPort, namespace, env, ready }) {
  const at = { cli, port, metricsPort, dbFile: home.temporalFile, log: home.log('temporal') }
  const flags = namespace === 'default' ? [] : ['--namespace', namespace]
  return {
    name: 'temporal',
    start: async (onSpawn) => ready(await startTemporal({ ...at, flags, detached: true, env, onSpawn })),
    ladder: [
      { signal: 'SIGTERM', patience: 2000 },
      { signal: 'SIGKILL', patience: 500 },
    ],
  }
}

/**
 * A process of our own, run by the new Node.
 * @param {'api' | 'worker'} name
 * @param {{ node: string, flags: string[], env: Record<string, string>, log: string, patience: number }} options
 * @returns {Service}
 */
export function nodeService(name, { node, flags, env, log, patience }) {
  const main = join(root, 'apps', name, 'src', 'main.ts')
  return {
    name,
    start: async (onSpawn) =>
      onSpawn(spawnLogged(node, [...flags, main], { log, cwd: root, env, detached: true })),
    ladder: [
      { signal: 'SIGTERM', patience },
      { signal: 'SIGKILL', patience: 500 },
    ],
  }
}
