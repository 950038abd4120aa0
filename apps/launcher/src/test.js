import { join } from 'node:path'
import { runChecks } from './check.js'
import { runProgram } from './program.js'
import { root } from './root.js'
import { stepList } from './steps.js'
import { openWorkshop, testTools } from './workshop.js'

/**
 * `npm test`: fetches what is missing, checks the code, then runs every suite; arguments go to vitest, and then only
 * what they name is run.
 * @param {string[]} args
 */
export async function test(args) {
  const list = stepList()
  const { node, env } = await openWorkshop(list)
  const tools = await testTools(list, { browser: true })
  if (args.length === 0 && !(await runChecks(list, { env }))) return 1
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  return (
    await runProgram(node, [vitest, 'run', ...args], { cwd: root, env: { ...env, ...tools }, terminal: true })
  ).code
}
