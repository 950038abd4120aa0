import type { Text } from '@millrace/program'
import { parseTemplate, TEXT_LIMITS } from './engine.ts'
import { variablesOf } from './variables.ts'

/** A fault of a template; a warning does not keep a journey from being published. */
export interface TextFault {
  readonly severity: 'error' | 'warning'
  readonly code: string
  readonly message: Text
}

/** What is wrong with a template: its syntax, filters and tags, and names that will always be empty. */
export function checkText(template: string): readonly TextFault[] {
  const known = checked.get(template)
  if (known) return known
  const faults = findFaults(template)
  if (checked.size >= 2_000) checked.clear()
  checked.set(template, faults)
  return faults
}

/** A canvas checks the same texts at every stroke. */
const checked = new Map<string, readonly TextFault[]>()

function findFaults(template: string): readonly TextFault[] {
  if (template.length > TEXT_LIMITS.template) return [tooLong()]
  try {
    parseTemplate(template)
  } catch (error) {
    return [syntaxFault(error instanceof Error ? error.message : String(error))]
  }
  const roots = new Set(variablesOf(template).map(({ path }) => path.split('.')[0] ?? ''))
  return [...roots].filter((root) => !KNOWN_ROOTS.has(root)).map(unknownName)
}

const KNOWN_ROOTS = new Set(['contact', 'event', 'now'])

function syntaxFault(reason: string): TextFault {
  const filter = /undefined filter: ([^,]+)/.exec(reason)?.[1]
  const tag = /tag "([^"]+)" not found/.exec(reason)?.[1]
  if (filter !== undefined) {
    return error(
      'unknown-filter',
      `没有「${filter}」这个过滤器，请删去或改名。`,
      `There is no filter "${filter}". Remove it or correct its name.`,
    )
  }
  if (tag !== undefined) {
    return error(
      'unknown-tag',
      `不能使用「${tag}」标签，请删去。`,
      `The tag "${tag}" is not available. Remove it.`,
    )
  }
  const place = /line:(\d+), col:(\d+)/.exec(reason)
  const zh = place ? `第 ${place[1]} 行第 ${place[2]} 个字符处` : '文字里'
  const en = place ? ` at line ${place[1]}, character ${place[2]}` : ''
  return error(
    'text-syntax',
    `${zh}的变量写法不对。请写成 {{ contact.name }}，标签要有结尾。`,
    `A variable or tag is not closed or not readable${en}. Write {{ contact.name }} and close every tag.`,
  )
}

function unknownName(root: string): TextFault {
  const zh = `没有「${root}」这个变量，这里会是空的。请用 contact. 或 event. 开头的变量。`
  const en = `There is no variable "${root}", so this will be empty. Use one that starts with contact. or event.`
  return { ...error('unknown-variable', zh, en), severity: 'warning' }
}

function tooLong(): TextFault {
  const { template } = TEXT_LIMITS
  return error('too-long', `最多 ${template} 个字符。`, `At most ${template} characters.`)
}

function error(code: string, zh: string, en: string): TextFault {
  return { severity: 'error', code, message: { zh, en } }
}
