import type { Text } from '@millrace/program'
import type { z } from 'zod'

const TYPES: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '一组设置', en: 'an object' },
  record: { zh: '一组设置', en: 'an object' },
}

/** What one zod issue says to an operator: what to write, never what the library calls it. */
export function issueText(issue: z.core.$ZodIssue, value: unknown): { code: string; message: Text } {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value)
    case 'too_small':
    case 'too_big':
      return wrongSize(issue)
    case 'invalid_value':
      return choose(issue.values.map(String))
    case 'invalid_union':
      return choose('options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [])
    default:
      return {
        code: 'invalid',
        message: { zh: '这个值不对，请改写。', en: 'This value is not valid. Change it.' },
      }
  }
}

function wrongType(expected: string, value: unknown): { code: string; message: Text } {
  const type = TYPES[expected]
  if (value === undefined) {
    const zh = type ? `这里缺少内容，请填写${type.zh}。` : '这里缺少内容，请填写。'
    return { code: 'missing', message: { zh, en: `Nothing is set here. Give ${type?.en ?? 'a value'}.` } }
  }
  const zh = `这里应为${type?.zh ?? '另一种值'}。`
  return { code: 'wrong-type', message: { zh, en: `This must be ${type?.en ?? 'another kind of value'}.` } }
}

interface Size {
  readonly code: 'too_small' | 'too_big'
  readonly origin: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
  readonly inclusive?: boolean | undefined
}

function wrongSize({ code, origin, minimum, maximum, inclusive = true }: Size): {
  code: string
  message: Text
} {
  const small = code === 'too_small'
  const limit = String(small ? minimum : maximum)
  if (origin === 'string' || origin === 'array') {
    const unit = origin === 'string' ? { zh: '个字符', en: 'characters' } : { zh: '项', en: 'entries' }
    const zh = `${small ? '至少' : '最多'} ${limit} ${unit.zh}。`
    return {
      code: small ? 'too-short' : 'too-long',
      message: { zh, en: `${small ? 'At least' : 'At most'} ${limit} ${unit.en}.` },
    }
  }
  const zh = small ? (inclusive ? '不能小于' : '要大于') : inclusive ? '不能大于' : '要小于'
  const en = small ? (inclusive ? 'at least' : 'more than') : inclusive ? 'at most' : 'less than'
  return {
    code: small ? 'too-small' : 'too-big',
    message: { zh: `${zh} ${limit}。`, en: `Give ${en} ${limit}.` },
  }
}

function choose(options: readonly string[]): { code: string; message: Text } {
  const zh = options.length > 0 ? `请从这些值中选：${options.join('、')}。` : '这个值不在可选范围内。'
  const en =
    options.length > 0 ? `Choose one of: ${options.join(', ')}.` : 'This is none of the possible values.'
  return { code: 'not-a-choice', message: { zh, en } }
}
