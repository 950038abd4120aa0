import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './root.js'

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {string} [license]
 * @property {Record<string, string>} [optionalDependencies]
 */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/**
 * The packages for other machines that a lock file should hold and does not: npm leaves out those that the registry in
 * use does not offer, and `npm ci` then refuses the file everywhere.
 * @param {Record<string, Entry>} packages of the lock file
 * @returns {Record<string, Entry & { optional: true, os: string[], cpu: string[], libc?: string[] }>}
 */
export function missingForOtherMachines(packages) {
  const missing = Object.values(packages).flatMap((entry) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)))
      .map(([name, version]) => ({ name, version, entry })),
  )
  return Object.fromEntries(
    missing.map(({ name, version, entry }) => [
      `node_modules/${name}`,
      { version, ...machineOf(name), ...pick(entry), optional: true },
    ]),
  )
}

/** @param {Entry} entry */
function pick({ dev, license }) {
  return { ...(dev ? { dev } : {}), ...(license ? { license } : {}) }
}

/**
 * What such packages say in their own words: `…-linux-arm64-musl`.
 * @param {string} name
 */
function machineOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (os.length !== 1 || cpu.length !== 1) throw new Error(`Which machine is ${name} for?`)
  if (os[0] !== 'linux') return { os, cpu }
  return { os, cpu, libc: [/musl/.test(name) ? 'musl' : 'glibc'] }
}

if (
  process.argv[1] &&
  fileURLToPath(import.meta.url) === join(dirname(process.argv[1]), 'complete-lock.js')
) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const all = { ...lock.packages, ...missingForOtherMachines(lock.packages) }
  const { '': first, ...rest } = all
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))
  writeFileSync(
    file,
    `${JSON.stringify({ ...lock, packages: { '': first, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  )
}
