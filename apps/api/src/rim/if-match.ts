import { Fault } from '@millrace/database'

/** The revision in an `If-Match` header, quoted or not. */
export function readRevision(header: string): number {
  const digits = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())?.[1]
  if (digits !== undefined) return Number(digits)
  throw new Fault('invalid', 'if-match', {
    zh: '请在 If-Match 里给出修订号，例如 If-Match: 3。',
    en: 'Give the revision in If-Match, such as If-Match: 3.',
  })
}
