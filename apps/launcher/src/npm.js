import { runProgram } from './program.js'

/**
 * Runs npm: the one that runs us, or the one on the PATH.
 * @param {string[]} args
 * @param {{ cwd: string }} at
 */
export function npm(args, { cwd }) {
  const { npm_execpath: script } = process.env
  if (script && /npm-cli\.[cm]?js$/.test(script))
    return runProgram(process.execPath, [script, ...args], { cwd })
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd })
}
