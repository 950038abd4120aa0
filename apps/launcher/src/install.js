import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from './fault.js'
import { readJson } from './json-file.js'
import { npm } from './npm.js'

/**
 * Installs the dependencies unless everything that the lock file asks for is there.
 * @param {string} root
 * @returns {Promise<boolean>} whether there was anything to do
 */
export async function installDependencies(root) {
  const modules = join(root, 'node_modules')
  if (isInstalled(join(root, 'package-lock.json'), join(modules, '.package-lock.json'))) return false
  const command = existsSync(modules) ? 'install' : 'ci'
  const { ok, output } = await npm([command, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root })
  if (ok) return true
  throw /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)
    ? new Fault({
        en: 'The dependencies could not be downloaded: connect to the network (or set the npm registry and proxy) and start again.',
        zh: '无法下载依赖：请连接网络（或设置 npm registry 与代理）后重试。',
      })
    : new Fault(
        {
          en: `The dependencies could not be installed: run "npm ${command}" and mend what it says.`,
          zh: `无法安装依赖：请运行“npm ${command}”并按提示处理。`,
        },
        { detail: beginningOf(output) },
      )
}

/**
 * Compares what is asked for with what npm noted as installed; times of files say nothing after a checkout.
 * @param {string} lock
 * @param {string} installed
 */
function isInstalled(lock, installed) {
  const asked = readJson(lock)?.packages
  const there = readJson(installed)?.packages
  if (!asked || !there) return false
  return Object.entries(asked)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.devOptional)
    .every(([path, { version }]) => there[path] !== undefined && there[path].version === version)
}

/**
 * npm says what is wrong first, and then how it is used.
 * @param {string} output
 */
function beginningOf(output) {
  const lines = output.split('\n').filter((line) => !/^npm (notice|warn)|^npm error\s*$/.test(line))
  return lines.slice(0, 10).join('\n')
}
