import { openHome } from './home.js'
import { installDependencies } from './install.js'
import { takeLock } from './lock.js'
import { newNode } from './node24.js'
import { endOrphans } from './orphans.js'
import { assertCanListen } from './ports.js'
import { endPrograms } from './program.js'
import { root } from './root.js'
import { runFile } from './run-file.js'
import { readSettings } from './settings.js'
import { stepList } from './steps.js'
import { stopAsked } from './stop-asked.js'

/**
 * `npm start`: brings the product up, keeps it up, and takes it down when asked to.
 * @returns {Promise<number>} exit code
 */
export async function start() {
  const settings = readSettings()
  const home = openHome(settings.home)
  const release = takeLock(home.lockFile, settings.url)
  const list = stepList()
  const run = runFile(home.runFile, settings.url)
  /** @type {import('./product.js').Product | undefined} */
  let product
  const asked = stopAsked(() => product?.kill())
  const up = bringUp()
  try {
    await Promise.race([up, asked])
    await asked
    list.tell({ en: 'Millrace is stopping.', zh: 'Millrace 正在停止。' })
    return 0
  } finally {
    up.catch(() => {})
    endPrograms()
    await product?.stop()
    run.remove()
    release()
  }

  async function bringUp() {
    await endOrphans(home)
    await assertCanListen(settings)
    const title = { en: 'Dependencies', zh: '依赖' }
    await list.step(title, () => installDependencies(root))
    const node = await list.step({ en: 'Node 24', zh: 'Node 24' }, () => newNode())
    // what follows needs the dependencies
    const { createProduct } = await import('./product.js')
    product = createProduct({ settings, home, node, list, run })
    await product.bringUp()
    list.tell({
      en: `Logs: ${home.log('*')} · Stop with Ctrl+C`,
      zh: `日志：${home.log('*')} · 按 Ctrl+C 停止`,
    })
    const ready = `Millrace is ready at ${settings.url}`
    list.tell({ en: ready, zh: ready })
  }
}
