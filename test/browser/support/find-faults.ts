import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical on the page as it stands, or in a part of it: the rule and where. */
export async function findFaults(page: Page, part = 'html'): Promise<string[]> {
  await page.evaluate(source)
  // A string runs in the page; its value is axe's own answer.
  const { violations } = (await page.evaluate(`axe.run('${part}')`)) as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
