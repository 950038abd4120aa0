import { Fault } from './fault.js'
import { tailOf } from './log-file.js'
import { sleep } from './processes.js'

const patience = 120_000
const deathsAllowed = 3

/**
 * Waits until the product says that all of it works.
 * @param {object} options
 * @param {import('./settings.js').Settings} options.settings
 * @param {{ deathsOf: (name: string) => number }} options.services
 * @param {import('./home.js').Home} options.home
 */
export async function waitForHealth({ settings, services, home }) {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(50)) {
    if (await isHealthy(settings)) return
    const dead = ['api', 'worker'].find((name) => services.deathsOf(name) >= deathsAllowed)
    if (dead) throw doesNotStart(dead, home.log(dead))
  }
  throw doesNotStart('api', home.log('api'))
}

/** @param {import('./settings.js').Settings} settings */
async function isHealthy({ url, token }) {
  try {
    const response = await fetch(`${url}/api/health`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      signal: AbortSignal.timeout(5000),
    })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}

/**
 * @param {string} name
 * @param {string} log
 */
function doesNotStart(name, log) {
  return new Fault(
    {
      en: `Millrace's ${name} does not start: see ${log}.`,
      zh: `Millrace 的 ${name} 无法启动：请查看 ${log}。`,
    },
    { detail: tailOf(log) },
  )
}
