import { Fault } from './fault.js'
import { runProgram } from './program.js'
import { isProgram, programOnPath } from './program-path.js'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const onMac = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium for the browser tests: `CHROME_PATH`, the PATH, or installed by apt where this user is root.
 * @returns {Promise<string>} its path
 */
export async function chromium() {
  const there = findChromium() ?? (await installed())
  if (there) return there
  throw new Fault({
    en: 'The browser tests need Chromium: install it (on Debian or Ubuntu "sudo apt-get install chromium fonts-noto-cjk") or set CHROME_PATH.',
    zh: '浏览器测试需要 Chromium：请安装（Debian/Ubuntu：“sudo apt-get install chromium fonts-noto-cjk”），或设置 CHROME_PATH。',
  })
}

function findChromium() {
  const { CHROME_PATH } = process.env
  if (CHROME_PATH && isProgram(CHROME_PATH)) return CHROME_PATH
  return names.map(programOnPath).find(Boolean) ?? onMac.find(isProgram)
}

async function installed() {
  const apt = programOnPath('apt-get')
  if (process.getuid?.() !== 0 || !apt) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runProgram(apt, ['update', '-qq'], { env })
  await runProgram(apt, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    env,
  })
  return findChromium()
}
