import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = new URL('..', import.meta.url).pathname
const ROOMS = ['apps', 'packages', 'workflows']

let copy = ''

/** The house without its code: manifests and rules only, so that a wrong file can be put into any room. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'millrace-boundaries-'))
  await Promise.all(['biome.json', 'package.json'].map((file) => cp(join(ROOT, file), join(copy, file))))
  const manifest = (path: string) =>
    !/node_modules|[/\\](src|test|dist|public)$/.test(path) && !/\.(ts|tsx|html)$/.test(path)
  await Promise.all(
    ROOMS.map((room) => cp(join(ROOT, room), join(copy, room), { recursive: true, filter: manifest })),
  )
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const WRONG: readonly (readonly [what: string, file: string, code: string, rule: string])[] = [
  [
    'the interpreter imports the engine',
    'packages/program/src/wrong.ts',
    `import { runEnrolment } from '@millrace/engine'\n\nexport const wrong = runEnrolment\n`,
    'noUndeclaredDependencies',
  ],
  [
    'a workflow imports the compiler',
    'workflows/src/wrong.ts',
    `import { compile } from '@millrace/compiler'\n\nexport const wrong = compile\n`,
    'noUndeclaredDependencies',
  ],
  [
    'the engine imports an app',
    'packages/engine/src/wrong.ts',
    `import { createApp } from '@millrace/api'\n\nexport const wrong = createApp\n`,
    'noUndeclaredDependencies',
  ],
  [
    'the studio imports effects, even as a type',
    'apps/studio/src/wrong.ts',
    `import type { effects } from '@millrace/nodes/effects'\n\nexport type Wrong = typeof effects\n`,
    'noRestrictedImports',
  ],
  [
    'a definition imports its effect',
    'packages/nodes/src/exit/definition.ts',
    `import { grant } from './effect.ts'\n\nexport const wrong = grant\n`,
    'noRestrictedImports',
  ],
  [
    'pure code asks the machine for the time',
    'packages/compiler/src/wrong.ts',
    'export const wrong = (): number => Date.now()\n',
    'noRestrictedGlobals',
  ],
]

test.each(WRONG)('it is refused that %s', async (_, file, code, rule) => {
  expect(await rulesBroken(file, code)).toContain(rule)
})

test('an import that the manifest declares is fine', async () => {
  const code = `import { compile } from '@millrace/compiler'\n\nexport const right = compile\n`
  expect(await rulesBroken('packages/engine/src/right.ts', code)).toEqual([])
})

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const path = join(copy, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, code)
  const biome = join(ROOT, 'node_modules', '.bin', 'biome')
  const args = ['lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=50', file]
  const output = await new Promise<string>((resolve) => {
    execFile(biome, args, { cwd: copy }, (_error, stdout) => resolve(stdout))
  })
  await rm(path)
  const { diagnostics } = JSON.parse(output.slice(output.indexOf('{')))
  return diagnostics
    .filter((one: { severity: string }) => one.severity === 'error')
    .map((one: { category: string }) => one.category.split('/').at(-1))
}
