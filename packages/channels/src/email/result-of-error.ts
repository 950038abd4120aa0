import type { SendResult } from '../channel.ts'

/** Judges a failed SMTP transaction; `handedOver` says that the whole mail had gone out when it failed. */
export function resultOfError(error: unknown, { handedOver }: { handedOver: boolean }): SendResult {
  const { responseCode, command, code } = smtpError(error)
  const reason = responseCode ? `smtp-${responseCode}` : (code ?? 'smtp-error').toLowerCase()
  if (responseCode && responseCode >= 500 && responseCode !== 503 && aboutTheMail(command))
    return { state: 'failed', reason }
  if (!responseCode && handedOver) return { state: 'unknown', reason }
  return { state: 'retry', reason }
}

/** A refusal at greeting or login is the installation's fault, and mends without the message. */
function aboutTheMail(command: string | undefined): boolean {
  return command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA'
}

function smtpError(error: unknown): { responseCode?: number; command?: string; code?: string } {
  if (!(error instanceof Error)) return {}
  const { responseCode, command, code } = error as Error & Record<string, unknown> // fields that nodemailer adds
  return {
    ...(typeof responseCode === 'number' && { responseCode }),
    ...(typeof command === 'string' && { command }),
    ...(typeof code === 'string' && { code }),
  }
}
