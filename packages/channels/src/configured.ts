import type { Channel } from './channel.ts'
import { email } from './email/email.ts'
import { inbox } from './inbox.ts'

/** The channels this installation can send by, as its environment says; none of them connects before it sends. */
export function configuredChannels(env: {
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
}): readonly Channel[] {
  const { SMTP_URL: url, MAIL_FROM: from } = env
  return url && from ? [inbox, email({ url, from })] : [inbox]
}
