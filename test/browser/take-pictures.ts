import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { setup } from '../setup/product.ts'
import { englishGuests, type Places, teaShop } from './pictures/tea-shop.ts'
import { type Look, openBrowser, openStudio } from './support/open-studio.ts'

/** `node test/browser/take-pictures.ts` takes a picture of each page in both languages and themes. */
const folder = join(import.meta.dirname, '../../test-results/pictures')
const docs = join(import.meta.dirname, '../../docs/images')
/** Those that the docs show, by the name they have there. */
const inDocs = {
  canvas: 'canvas-zh-light',
  'canvas-en': 'canvas-en-light',
  'canvas-dark': 'canvas-zh-dark',
  contact: 'contact-zh-light',
  journeys: 'journeys-zh-light',
}
await mkdir(folder, { recursive: true })
await mkdir(docs, { recursive: true })
const stop = await setup()
try {
  await using browser = await openBrowser()
  const shop = await teaShop()
  await takeAll(browser, { language: 'zh', theme: 'light', ...shop })
  await takeAll(browser, { language: 'zh', theme: 'dark', ...shop })
  const guests = await englishGuests()
  await takeAll(browser, { language: 'en', theme: 'light', ...guests })
  await takeAll(browser, { language: 'en', theme: 'dark', ...guests })
  for (const [name, picture] of Object.entries(inDocs)) {
    await copyFile(join(folder, `${picture}.png`), join(docs, `${name}.png`))
  }
} finally {
  await stop()
}

async function takeAll(browser: Browser, round: Look & Places): Promise<void> {
  const { language, theme, journey, contact } = round
  const page = await openStudio(browser, { language, theme })
  const take = async (name: string) => {
    // Nothing shows its hovered state.
    await page.mouse.move(2, 2)
    await page.waitForLoadState('networkidle')
    await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`), animations: 'disabled' })
  }
  for (const [name, at] of Object.entries({
    journeys: '/journeys',
    contacts: '/contacts',
    coupons: '/coupons',
    attention: '/attention',
    inbox: '/inbox',
  })) {
    await page.goto(at)
    await page.getByRole('table').waitFor()
    await take(name)
  }
  await page.goto(contact)
  await page
    .getByRole('button', { name: /^(为什么|Why)$/ })
    .first()
    .click()
  await take('contact')
  await page.goto(journey)
  await page.getByRole('group', { name: language === 'zh' ? /^催付提醒 B/ : /^Repurchased/ }).click()
  await take('canvas')
  await takeEmpty(page)
  await take('journeys-empty')
  await page.context().close()
}

/** The list as a new installation shows it. */
async function takeEmpty(page: Page): Promise<void> {
  await page.route(/\/api\/journeys(\?|$)/, (route) => route.fulfill({ json: { items: [], next: null } }))
  await page.goto('/journeys')
  await page.getByRole('main').getByRole('heading', { level: 2 }).waitFor()
}
