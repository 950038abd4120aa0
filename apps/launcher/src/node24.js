import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './cache.js'
import { Fault } from './fault.js'
import { npm } from './npm.js'
import { isProgram } from './program-path.js'

/** The oldest Node that runs the product: it takes TypeScript as it is. */
const wanted = 24

/**
 * A Node that runs the product: this one, the one fetched before, or a fresh one by npm.
 * @returns {Promise<string>} its path
 */
export async function newNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  const note = join(cacheFolder(), `node-${wanted}-${process.platform}-${process.arch}.path`)
  const remembered = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (remembered && isProgram(remembered)) return remembered
  const path = await fetchNode()
  writeFileSync(note, path)
  return path
}

async function fetchNode() {
  // outside the project, whose own packages npm would look at first
  const cwd = join(cacheFolder(), 'npm')
  mkdirSync(cwd, { recursive: true })
  const { ok, output } = await npm(
    ['exec', '--yes', `--package=node@${wanted}`, '--', 'node', '-p', 'process.execPath'],
    { cwd },
  )
  const path = output.split('\n').pop()?.trim() ?? ''
  if (ok && isProgram(path)) return path
  throw new Fault(
    {
      en: `Millrace runs on Node ${wanted} and npm could not fetch it: connect to the network, or install Node ${wanted} from https://nodejs.org.`,
      zh: `Millrace 需要 Node ${wanted}，但 npm 无法获取：请连接网络，或从 https://nodejs.org 安装 Node ${wanted}。`,
    },
    { detail: output.split('\n').slice(-5).join('\n') },
  )
}
