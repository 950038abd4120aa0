import type { Language } from '../app/preferences.ts'

const locales = { zh: 'zh-CN', en: 'en-US' } as const

/** What a time is told in: whose words, and which zone (the browser's unless given). */
export interface TimeStyle {
  readonly language: Language
  readonly zone?: string | undefined
}

function formatter({ language, zone }: TimeStyle, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const all = { hourCycle: 'h23', ...options } as const
  try {
    return new Intl.DateTimeFormat(locales[language], zone ? { ...all, timeZone: zone } : all)
  } catch {
    return new Intl.DateTimeFormat(locales[language], all)
  }
}

/** The day as `2026-11-18` in the zone, for grouping and comparing. */
export function dayOf(at: Date, zone?: string): string {
  return formatter({ language: 'en', zone }, { year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(at)
    .filter((part) => part.type !== 'literal')
    .sort((a, b) => 'ymd'.indexOf(a.type.charAt(0)) - 'ymd'.indexOf(b.type.charAt(0)))
    .map((part) => part.value)
    .join('-')
}

/** The time of day: `20:14`, with seconds on demand. */
export function clock(at: Date, style: TimeStyle, seconds = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }
  return formatter(style, seconds ? { ...options, second: '2-digit' } : options).format(at)
}

/** Chinese needs a blank between digits and characters, which Intl does not write. */
const spaced = (text: string) => text.replace(/(\d)([年月日])/g, '$1 $2').replace(/([年月])(\d)/g, '$1 $2')

/** The day in words, with the year only when it is not `now`'s: `11 月 18 日`, `Nov 18`. */
export function day(at: Date, now: Date, style: TimeStyle): string {
  const sameYear = dayOf(at, style.zone).slice(0, 4) === dayOf(now, style.zone).slice(0, 4)
  const month = style.language === 'zh' ? 'long' : 'short'
  const options: Intl.DateTimeFormatOptions = { month, day: 'numeric' }
  const text = formatter(style, sameYear ? options : { ...options, year: 'numeric' }).format(at)
  return style.language === 'zh' ? spaced(text) : text
}

/** The weekday in short: `周三`, `Wed`. */
export const weekday = (at: Date, style: TimeStyle) => formatter(style, { weekday: 'short' }).format(at)

/** The full moment for a tooltip. */
export function moment(at: Date, style: TimeStyle): string {
  const month = style.language === 'zh' ? '2-digit' : 'short'
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month, day: '2-digit' }
  const text = formatter(style, options).format(at)
  return `${text} ${clock(at, style, true)}`
}

/** As short as a list needs it: the time today, `昨天` yesterday, then the day. */
export function brief(at: Date, now: Date, style: TimeStyle): string {
  const today = dayOf(now, style.zone)
  const that = dayOf(at, style.zone)
  if (that === today) return clock(at, style)
  const yesterday = dayOf(new Date(now.getTime() - 86_400_000), style.zone)
  if (that === yesterday) return style.language === 'zh' ? '昨天' : 'Yesterday'
  return day(at, now, style)
}

/** A day and its time, for what is to come: `12 月 1 日 09:00`; only the time when it is today. */
export function dayAndTime(at: Date, now: Date, style: TimeStyle): string {
  const time = clock(at, style)
  return dayOf(at, style.zone) === dayOf(now, style.zone) ? time : `${day(at, now, style)} ${time}`
}
