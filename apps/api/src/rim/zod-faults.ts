import type { FieldFault } from '@millrace/database'
import type { z } from 'zod'

/** A zod error as field faults in both languages. */
export function fieldFaults(error: z.ZodError): FieldFault[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    code: issue.code,
    message: describe(issue),
  }))
}

function describe(issue: z.core.$ZodIssue): { zh: string; en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { zh: `这里应为 ${issue.expected}。`, en: `Give ${issue.expected} here.` }
    case 'too_small':
      return { zh: `不能小于 ${issue.minimum}。`, en: `Not less than ${issue.minimum}.` }
    case 'too_big':
      return { zh: `不能大于 ${issue.maximum}。`, en: `Not more than ${issue.maximum}.` }
    case 'invalid_value':
      return { zh: `只能是 ${issue.values.join('、')}。`, en: `One of ${issue.values.join(', ')}.` }
    case 'unrecognized_keys':
      return { zh: `不认识 ${issue.keys.join('、')}。`, en: `Unknown: ${issue.keys.join(', ')}.` }
    default:
      return { zh: `格式不对：${issue.message}`, en: issue.message }
  }
}
