import { join } from 'node:path'
import { runProgram } from './program.js'
import { root } from './root.js'
import { stepList } from './steps.js'
import { openWorkshop, testTools } from './workshop.js'

/**
 * `npm run bench`: the figures of the README.
 * @param {string[]} args
 */
export async function bench(args) {
  const list = stepList()
  const { node, env } = await openWorkshop(list)
  const tools = await testTools(list, { browser: false })
  const main = join(root, 'bench', 'main.ts')
  return (await runProgram(node, [main, ...args], { cwd: root, env: { ...env, ...tools }, terminal: true }))
    .code
}
