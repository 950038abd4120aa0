import { isStorableText, refusal } from '@millrace/graph'
import { type Condition, checkCondition, isDuration, type Json } from '@millrace/program'
import { z } from 'zod'
import { checkText } from '../text/check-text.ts'

/** Text that can be stored, up to a length. */
export function plainText(maximum: number): z.ZodString {
  return z
    .string()
    .max(maximum)
    .refine(
      isStorableText,
      refusal(
        'bad-text',
        '文字里有不能保存的字符，请删去。',
        'The text holds a character that cannot be stored. Remove it.',
      ),
    )
}

/** A Liquid template; its syntax faults are faults of the field. */
export const liquidText = z.string().superRefine((template, context) => {
  for (const { severity, code, message } of checkText(template)) {
    if (severity === 'error')
      context.addIssue({ code: 'custom', params: { refusal: { code, text: message } } })
  }
})

/** An ISO 8601 duration that is longer than nothing. */
export const duration = z
  .string()
  .refine(
    isDuration,
    refusal(
      'bad-duration',
      '请写成 ISO 8601 时长，例如 PT24H（24 小时）或 P3D（3 天）。',
      'Write an ISO 8601 duration such as PT24H (24 hours) or P3D (3 days).',
    ),
  )

/** The type of an event that an outsider may send. */
export const eventType = z
  .string()
  .max(128)
  .refine(
    (type) => /^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$/.test(type),
    refusal(
      'bad-event-type',
      '请写事件类型，例如 order.paid：小写字母，用点分开。',
      'Write an event type such as order.paid: lower case, parts joined by dots.',
    ),
  )
  .refine(
    (type) => !type.startsWith('millrace.'),
    refusal(
      'reserved-event',
      'millrace. 开头的事件由系统使用，请换一个。',
      'Events that start with millrace. are the system’s own. Choose another.',
    ),
  )

/** A condition as the editor writes it; every fault of it stands at its own rule. */
export const condition = z.custom<Condition>().superRefine((value, context) => {
  // A config is JSON: the envelope has refused everything else.
  for (const { path, code, message } of checkCondition(value as unknown as Json)) {
    const at = path === '' ? [] : path.split('.')
    context.addIssue({ code: 'custom', path: at, params: { refusal: { code, text: message } } })
  }
})

/** The id of a port that an operator adds: a case or an arm. */
export const portId = z
  .string()
  .refine(
    (id) => /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,63}$/u.test(id),
    refusal(
      'bad-id',
      '出口编号要以字母或数字开头，只含字母、数字、_ . -，最多 64 个字符。',
      'A port id starts with a letter or digit and has only letters, digits, _ . - (at most 64 characters).',
    ),
  )
