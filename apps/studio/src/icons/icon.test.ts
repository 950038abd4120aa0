import { catalogue } from '@millrace/nodes'
import { expect, test } from 'vitest'
import { hasIcon } from './icon.tsx'
import { aliases, paths } from './paths.ts'

test.each(Object.values(catalogue).map(({ kind, icon }) => [kind, icon]))(
  'the node %s has a drawing for %s',
  (_, icon) => {
    expect(hasIcon(icon)).toBe(true)
  },
)

test('an alias leads to a drawing and hides none', () => {
  for (const [alias, name] of Object.entries(aliases)) {
    expect(Object.hasOwn(paths, name)).toBe(true)
    expect(Object.hasOwn(paths, alias)).toBe(false)
  }
})
