import { join } from 'node:path'
import { runProgram } from './program.js'
import { root } from './root.js'
import { stepList } from './steps.js'
import { openWorkshop } from './workshop.js'

const colors = process.stdout.isTTY ? 'force' : 'off'

/** @type {{ title: import('./text.js').Text, bin: string, args: string[] }[]} */
const checks = [
  { title: { en: 'Types', zh: '类型' }, bin: 'tsc', args: ['--noEmit'] },
  {
    title: { en: 'Types of pure code', zh: '纯代码类型' },
    bin: 'tsc',
    args: ['--noEmit', '-p', 'tsconfig.pure.json'],
  },
  {
    title: { en: 'Format, lint, boundaries', zh: '格式、规范与边界' },
    bin: 'biome',
    args: ['ci', `--colors=${colors}`],
  },
  {
    // an activity call that nobody awaits is lost work, and Biome does not see those
    title: { en: 'Awaited promises', zh: 'Promise 等待' },
    bin: 'oxlint',
    args: ['--type-aware', '-A', 'all', '-D', 'typescript/no-floating-promises'],
  },
]

/** `npm run check`: types, lint, format and import boundaries; never writes. */
export async function check() {
  const list = stepList()
  return (await runChecks(list, await openWorkshop(list))) ? 0 : 1
}

/**
 * Runs all checks side by side and prints what those that failed say.
 * @param {import('./steps.js').StepList} list
 * @param {{ env: Record<string, string> }} workshop
 * @returns {Promise<boolean>}
 */
export async function runChecks(list, { env }) {
  const results = await Promise.all(
    checks.map(({ title, bin, args }) =>
      list
        .step(title, async () => {
          const { ok, output } = await runProgram(join(root, 'node_modules', '.bin', bin), args, {
            cwd: root,
            env,
          })
          if (!ok) throw new Error(output)
        })
        .then(
          () => undefined,
          (error) => String(error.message),
        ),
    ),
  )
  const failures = results.filter((output) => output !== undefined)
  for (const output of failures) console.error(`\n${output}`)
  return failures.length === 0
}
