import { childEnvironment } from './environment.js'
import { installDependencies } from './install.js'
import { newNode } from './node24.js'
import { root } from './root.js'

/**
 * What every command for developers needs first: the dependencies and a new Node. Gives the environment to run in.
 * @param {import('./steps.js').StepList} list
 */
export async function openWorkshop(list) {
  await list.step({ en: 'Dependencies', zh: '依赖' }, () => installDependencies(root))
  const node = await list.step({ en: 'Node 24', zh: 'Node 24' }, () => newNode())
  return { node, env: childEnvironment({ node }) }
}

/**
 * Fetches what tests and benches run against, and names it in the environment.
 * @param {import('./steps.js').StepList} list
 * @param {{ browser: boolean }} what
 * @returns {Promise<Record<string, string>>}
 */
export async function testTools(list, { browser }) {
  const { postgresBinaries } = await import('./postgres-binaries.js')
  const { temporalCli } = await import('./temporal-cli.js')
  const { chromium } = await import('./chromium.js')
  await list.step({ en: 'PostgreSQL', zh: 'PostgreSQL' }, () => postgresBinaries())
  const cli = await list.step({ en: 'Temporal CLI', zh: 'Temporal CLI' }, () => temporalCli())
  if (!browser) return { MILLRACE_TEST_TEMPORAL_CLI: cli }
  const chrome = await list.step({ en: 'Chromium', zh: 'Chromium' }, () => chromium())
  return { MILLRACE_TEST_TEMPORAL_CLI: cli, MILLRACE_TEST_CHROMIUM: chrome }
}
