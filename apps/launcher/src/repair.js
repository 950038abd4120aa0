import { join } from 'node:path'
import { childEnvironment } from './environment.js'
import { Fault } from './fault.js'
import { newNode } from './node24.js'
import { runProgram } from './program.js'
import { root } from './root.js'
import { readRun } from './run-file.js'
import { readSettings } from './settings.js'

/**
 * `npm run repair`: gives every open enrolment a workflow again, on the product that runs on this home or on the
 * databases that the environment names.
 * @param {string[]} args
 */
export async function repair(args) {
  const settings = readSettings()
  const runFile = join(settings.home, 'run.json')
  const run = readRun(runFile)
  const databaseUrl = settings.databaseUrl ?? run?.databaseUrl
  const temporalAddress = settings.temporalAddress ?? run?.temporal?.address
  if (!databaseUrl || !temporalAddress) throw nothingRuns(settings.home)
  // needs the dependencies
  const { checkDatabase, checkTemporal } = await import('./outside.js')
  try {
    await Promise.all([checkDatabase(databaseUrl), checkTemporal(temporalAddress)])
  } catch (error) {
    // what a killed product has left noted is nobody's setting to mend
    throw settings.databaseUrl || settings.temporalAddress ? error : nothingRuns(settings.home)
  }
  const node = await newNode()
  const namespace = process.env.TEMPORAL_NAMESPACE ?? run?.temporal?.namespace ?? 'default'
  const extra = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
  }
  const env = childEnvironment({ node, extra: { ...extra, MILLRACE_RUN_FILE: undefined } })
  const main = join(root, 'apps', 'worker', 'src', 'repair-main.ts')
  return (await runProgram(node, [main, ...args], { cwd: root, env, terminal: true })).code
}

/** @param {string} home */
function nothingRuns(home) {
  return new Fault({
    en: `Nothing runs on ${home}: start Millrace first, or set DATABASE_URL and TEMPORAL_ADDRESS.`,
    zh: `${home} 上没有运行中的 Millrace：请先启动，或设置 DATABASE_URL 与 TEMPORAL_ADDRESS。`,
  })
}
