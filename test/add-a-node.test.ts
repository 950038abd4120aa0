import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf, patch } from './support/page-blocks.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))
let copy = ''

beforeAll(async () => {
  // Inside the repository, where the workspace packages resolve; this folder is ignored by git.
  const results = join(root, 'test-results')
  await mkdir(results, { recursive: true })
  copy = await mkdtemp(join(results, 'add-a-node-'))
  await cp(join(root, 'packages/nodes'), join(copy, 'packages/nodes'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
  const tsconfig = { extends: '../../tsconfig.json', include: ['packages'] }
  await writeFile(join(copy, 'tsconfig.json'), JSON.stringify(tsconfig))
  await writeFile(
    join(copy, 'vitest.config.ts'),
    'export default { test: { include: ["packages/**/*.test.ts"] } }\n',
  )
})

afterAll(() => rm(copy, { recursive: true, force: true }))

/** Does what the page says about the files that `wanted` picks. */
async function follow(wanted: (file: string) => boolean): Promise<void> {
  const page = await readFile(join(root, 'docs/add-a-node.md'), 'utf8')
  for (const { language, file, text } of blocksOf(page)) {
    if (!wanted(file)) continue
    const path = join(copy, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, language === 'diff' ? patch(await readFile(path, 'utf8'), text) : text)
  }
}

async function typeFaults(): Promise<string> {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [tsc, '--noEmit', '-p', copy]).catch((fault) => fault)
  return stdout
}

test('the page makes a node: the compiler names the missing effect, then all suites pass', async () => {
  await follow((file) => file.endsWith('definition.ts') || file.endsWith('catalogue.ts'))
  expect(await typeFaults()).toMatch(/effects\.ts.*Property '"points-for-order"' is missing/)

  await follow((file) => !file.endsWith('definition.ts') && !file.endsWith('catalogue.ts'))
  expect(await typeFaults()).toBe('')

  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const written = join(copy, 'report.json')
  const suites = ['run', '--root', copy, '--reporter=json', `--outputFile=${written}`]
  await run(process.execPath, [vitest, ...suites, 'catalogue.test', 'points-for-order'], { cwd: copy }).catch(
    // A failing suite ends with an exit code of its own; the report says which.
    () => null,
  )
  const report = JSON.parse(await readFile(written, 'utf8'))
  const ran: string[] = report.testResults.flatMap((file: { assertionResults: { fullName: string }[] }) =>
    file.assertionResults.map(({ fullName }) => fullName),
  )
  expect(report.numFailedTests).toBe(0)
  expect(ran).toContain('an order earns whole points')
  expect(ran).toContain('points-for-order lowers every port, and no port that it does not declare')
  expect(ran).toContain(
    'the effect of points-for-order answers a declared port or a reason in both languages',
  )
}, 120_000)
