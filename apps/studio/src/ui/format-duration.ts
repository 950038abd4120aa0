import type { Language } from '../app/preferences.ts'

const UNITS = [
  { pattern: /(\d+)Y/, zh: '年', en: 'year' },
  { pattern: /(\d+)M/, zh: '个月', en: 'month' },
  { pattern: /(\d+)W/, zh: '周', en: 'week' },
  { pattern: /(\d+)D/, zh: '天', en: 'day' },
] as const
const CLOCK_UNITS = [
  { pattern: /(\d+)H/, zh: '小时', en: 'hour' },
  { pattern: /(\d+)M/, zh: '分钟', en: 'minute' },
  { pattern: /(\d+)S/, zh: '秒', en: 'second' },
] as const

type Unit = { readonly pattern: RegExp; readonly zh: string; readonly en: string }

function words(text: string, units: readonly Unit[], language: Language): string[] {
  return units.flatMap((unit) => {
    const value = unit.pattern.exec(text)?.[1]
    if (value === undefined) return []
    if (language === 'zh') return [`${value} ${unit.zh}`]
    return [`${value} ${unit.en}${value === '1' ? '' : 's'}`]
  })
}

/** An ISO 8601 duration in words: `PT24H` is `24 小时`; what is none comes back as it is. */
export function durationInWords(iso: string, language: Language): string {
  const [date = '', time = ''] = iso.replace(/^P/, '').split('T')
  const parts = [...words(date, UNITS, language), ...words(time, CLOCK_UNITS, language)]
  return parts.length > 0 ? parts.join(' ') : iso
}
