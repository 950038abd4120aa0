import { type Browser, chromium, type Page } from 'playwright-core'

/** How a user sees the studio: it takes both from the browser on the first visit. */
export interface Look {
  readonly language: 'zh' | 'en'
  readonly theme: 'light' | 'dark'
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The system's Chromium, or the one that `MILLRACE_TEST_CHROMIUM` names. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.MILLRACE_TEST_CHROMIUM ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args: flags })
}

/** A user's first visit, in a profile of its own. A fault in the page's scripts or of the server fails the run. */
export async function openStudio(browser: Browser, look: Partial<Look> = {}): Promise<Page> {
  const { language = 'zh', theme = 'light' } = look
  const context = await browser.newContext({
    baseURL: productUrl(),
    locale: language === 'zh' ? 'zh-CN' : 'en-US',
    colorScheme: theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', fail)
  page.on('response', (response) => {
    if (response.status() >= 500) fail(new Error(`${response.status()} from ${response.url()}`))
  })
  return page
}

/** Thrown where no test catches it, so that the runner reports it whatever the test was looking at. */
function fail(error: Error): void {
  setImmediate(() => {
    throw error
  })
}

/** Where the product under test answers. */
export function productUrl(): string {
  const { MILLRACE_URL } = process.env
  if (MILLRACE_URL === undefined) throw new Error('MILLRACE_URL names no running product.')
  return MILLRACE_URL
}
