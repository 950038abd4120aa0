import type { Text } from '@millrace/program'

/** Why an enrolment stops where a template could not be rendered. */
export function textFailed(fault: string): { code: string; message: Text } {
  return {
    code: 'text-failed',
    message: {
      zh: `文字无法生成：${fault}。请修改这段文字后重试，或跳过。`,
      en: `The text could not be rendered: ${fault}. Mend it and retry, or skip.`,
    },
  }
}
