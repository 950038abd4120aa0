import type { Text } from '@millrace/program'

/** Joins the parts of a summary line; empty ones are left out. */
export function line(...parts: readonly (string | Text | undefined)[]): Text {
  const filled = parts.filter((part) => part !== undefined && part !== '')
  const say = (language: 'zh' | 'en'): string =>
    filled.map((part) => (typeof part === 'string' ? part : part?.[language])).join(' · ')
  return { zh: say('zh'), en: say('en') }
}

const VARIABLE = /\{\{[^}]*?(?:\|\s*default:\s*(?:"([^"]*)"|'([^']*)'))?\s*\}\}/g

/** The beginning of a Liquid text as its reader would meet it: variables by their default, else as dots. */
export function beginning(text: string): string {
  const read = text.replace(VARIABLE, (_, double?: string, single?: string) => double || single || '…')
  return [...read].slice(0, 40).join('')
}

const UNITS = [
  ['年', 'y'],
  ['个月', 'mo'],
  ['周', 'wk'],
  ['天', 'd'],
  ['小时', 'h'],
  ['分钟', 'min'],
  ['秒', 's'],
] as const

const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** An ISO 8601 duration in words, e.g. `24 小时` / `24 h`; what is none stays as it is. */
export function durationText(iso: string): Text {
  const found = ISO.exec(iso)
  if (!found) return { zh: iso, en: iso }
  const parts = UNITS.flatMap(([zh, en], index) => {
    const count = found[index + 1]
    return count === undefined ? [] : [{ zh: `${count} ${zh}`, en: `${count} ${en}` }]
  })
  return { zh: parts.map(({ zh }) => zh).join(' '), en: parts.map(({ en }) => en).join(' ') }
}
