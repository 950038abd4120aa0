import type { Language } from '../app/preferences.ts'

const locales = { zh: 'zh-CN', en: 'en-US' } as const
const MINUS = '\u2212'

const plain = (value: number, digits: number) =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }).format(value).replace('-', MINUS)

/** A number in full, with a true minus; tables and tooltips use it. */
export function exact(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 2 })
    .format(value)
    .replace('-', MINUS)
}

/** Like `exact`, with a sign on both sides of 0. */
export function signed(value: number, language: Language): string {
  return value > 0 ? `+${exact(value, language)}` : exact(value, language)
}

const units = {
  zh: [
    { size: 1e8, unit: '亿' },
    { size: 1e4, unit: '万' },
  ],
  en: [
    { size: 1e9, unit: 'B' },
    { size: 1e6, unit: 'M' },
    { size: 1e3, unit: 'k' },
  ],
} as const

/** Three significant figures at most, never rounded up into the next unit's place. */
function scaled(value: number, language: Language): string {
  const digits = language === 'zh' ? (value < 100 ? 1 : 0) : value < 10 ? 2 : value < 100 ? 1 : 0
  const step = 10 ** digits
  return plain(Math.round(value * step + 1e-9) / step, digits)
}

/** A count for the canvas: exact to 9,999, then 1.2万 and 125万 in Chinese, 12.5k and 1.25M in English. */
export function compact(value: number, language: Language): string {
  const size = Math.abs(value)
  if (size < 10_000) return exact(value, language)
  const sign = value < 0 ? MINUS : ''
  const steps = units[language]
  for (const [index, { size: unitSize, unit }] of steps.entries()) {
    if (size < unitSize) continue
    const text = scaled(size / unitSize, language)
    const above = index > 0 ? steps[index - 1] : undefined
    const rounded = Number(text.replaceAll(',', '')) * unitSize
    if (above && rounded >= above.size) return `${sign}1${above.unit}`
    return `${sign}${text}${unit}`
  }
  return exact(value, language)
}
