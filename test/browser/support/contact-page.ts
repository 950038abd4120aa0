import type { Page } from 'playwright-core'

/** Opens a contact's page from the list, by the link that carries the name. */
export async function openContact(page: Page, name: string): Promise<void> {
  await page.goto('/contacts')
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).waitFor()
}

/** Sends the contact whose page is open an event, with the form of that page. */
export async function sendEvent(page: Page, type: string, data?: string): Promise<void> {
  await page.getByRole('button', { name: '发送事件' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '事件类型' }).fill(type)
  if (data !== undefined) await dialog.getByRole('textbox', { name: '数据' }).fill(data)
  await dialog.getByRole('button', { name: '发送', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
