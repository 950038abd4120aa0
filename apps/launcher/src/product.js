import { join } from 'node:path'
import { cacheFolder } from './cache.js'
import { childEnvironment } from './environment.js'
import { Fault } from './fault.js'
import { waitForHealth } from './health.js'
import { portsOf } from './home.js'
import { checkDatabase, checkTemporal } from './outside.js'
import { childrenOf } from './processes.js'
import { runProgram } from './program.js'
import { root } from './root.js'
import { describeProcess } from './run-file.js'
import { nodeService, postgresService, stopOrder, temporalService } from './services.js'
import { buildStudio } from './studio.js'
import { supervisor } from './supervise.js'
import { temporalCli } from './temporal-cli.js'

/** @typedef {ReturnType<typeof createProduct>} Product */

/**
 * All processes of the product on one home.
 * @param {object} options
 * @param {import('./settings.js').Settings} options.settings
 * @param {import('./home.js').Home} options.home
 * @param {string} options.node path of the Node that runs API and worker
 * @param {import('./steps.js').StepList} options.list
 * @param {ReturnType<typeof import('./run-file.js').runFile>} options.run
 */
export function createProduct({ settings, home, node, list, run }) {
  const mark = { MILLRACE_RUN_FILE: home.runFile }
  const services = supervisor({
    changed: noteProcesses,
    died: (name, how) =>
      list.tell({
        en: `  ! ${name} ended (${how}), it is started again: see ${home.log(name)}`,
        zh: `  ! ${name} 已退出（${how}），正在重新启动：请查看 ${home.log(name)}`,
      }),
  })

  function noteProcesses() {
    const ours = services.processes()
    const server = ours.find(({ name }) => name === 'postgres')
    const helpers = server ? childrenOf(server.pid).filter(({ title }) => !/\(\d+\)/.test(title)) : []
    const all = [
      { name: 'launcher', pid: process.pid },
      ...ours,
      ...helpers.map(({ pid, title }) => ({ name: title, pid })),
    ]
    run.update({ processes: all.map(({ name, pid }) => describeProcess(name, pid)) })
  }

  /** @param {number} port */
  async function database(port) {
    const { databaseUrl } = settings
    if (databaseUrl) {
      await list.step({ en: 'PostgreSQL', zh: 'PostgreSQL' }, async (tell) =>
        tell(await checkDatabase(databaseUrl)),
      )
      run.update({ databaseUrl })
      return databaseUrl
    }
    let at = ''
    const ready = (/** @type {string} */ url) => {
      at = url
      run.update({ databaseUrl: url })
      noteProcesses()
    }
    await list.step({ en: 'PostgreSQL', zh: 'PostgreSQL' }, async (tell) => {
      await services.start(postgresService(home, { port, env: mark, ready }))
      tell(`127.0.0.1:${port}`)
    })
    return at
  }

  /** @param {{ temporal: number, metrics: number }} ports */
  async function temporal(ports) {
    const { temporalAddress, namespace } = settings
    const title = { en: 'Temporal', zh: 'Temporal' }
    if (temporalAddress) {
      await list.step(title, () => checkTemporal(temporalAddress))
      run.update({ temporal: { address: temporalAddress, namespace } })
      return temporalAddress
    }
    const cli = await list.step({ en: 'Temporal CLI', zh: 'Temporal CLI' }, () => temporalCli())
    let at = ''
    await list.step(title, async (tell) => {
      const ready = (/** @type {{ address: string, metricsUrl: string }} */ { address, metricsUrl }) => {
        at = address
        run.update({ temporal: { address, namespace, metricsUrl } })
      }
      const { temporal: port, metrics: metricsPort } = ports
      await services.start(temporalService(home, { cli, port, metricsPort, namespace, env: mark, ready }))
      tell(at)
    })
    return at
  }

  /**
   * @param {import('./text.js').Text} title
   * @param {string} main
   * @param {Record<string, string>} env
   */
  async function program(title, main, env) {
    await list.step(title, async () => {
      const { ok, output } = await runProgram(node, [join(root, main)], { cwd: root, env })
      if (ok) return
      const detail = output.split('\n').slice(-20).join('\n')
      throw new Fault({ en: `${main} failed: see below.`, zh: `${main} 执行失败，详情如下。` }, { detail })
    })
  }

  async function bringUp() {
    noteProcesses()
    const ports = await portsOf(home)
    const prepared = async () => {
      const url = await database(ports.postgres)
      await program(
        { en: 'Tables', zh: '数据表' },
        'packages/database/src/migrate-main.ts',
        environment(url, ''),
      )
      return url
    }
    const [databaseUrl, temporalAddress] = await Promise.all([
      prepared(),
      temporal(ports),
      list.step({ en: 'Studio', zh: '画布界面' }, () => buildStudio(root, node)),
    ])
    const env = environment(databaseUrl, temporalAddress)
    await services.start(nodeService('api', { node, flags: [], env, log: home.log('api'), patience: 1000 }))
    await services.start(
      nodeService('worker', { node, flags: [], env, log: home.log('worker'), patience: 3500 }),
    )
    const sample = { en: 'Sample workspace', zh: '示例数据' }
    await Promise.all([
      settings.sample ? program(sample, 'apps/api/src/sample-main.ts', env) : undefined,
      list.step({ en: 'API and worker', zh: '服务与执行器' }, () =>
        waitForHealth({ settings, services, home }),
      ),
    ])
    noteProcesses()
  }

  /**
   * @param {string} databaseUrl
   * @param {string} temporalAddress
   */
  function environment(databaseUrl, temporalAddress) {
    const { host, port, namespace } = settings
    const extra = {
      ...mark,
      HOST: host,
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: namespace,
      NODE_ENV: process.env.NODE_ENV || 'production',
      // halves the time that a process takes to load its code
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(cacheFolder(), 'compiled'),
    }
    return childEnvironment({ node, extra })
  }

  return { bringUp, stop: () => services.stop(stopOrder), kill: () => services.kill() }
}
