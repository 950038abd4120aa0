import type { Locator } from 'playwright-core'

/** Opens a select and takes one of its options with the mouse. */
export async function choose(select: Locator, option: string | RegExp): Promise<void> {
  await select.click()
  const options = select.page().locator('.ant-select-item-option:visible')
  await options.filter({ hasText: option }).first().click()
}
