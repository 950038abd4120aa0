import type { OutgoingMessage } from '../channel.ts'

/** The mail for a message; the same key gives the same Message-ID, by which receivers drop what comes twice. */
export function compose({ key, title, text }: OutgoingMessage, { from, to }: { from: string; to: string }) {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/[>\s]/g, '')
  return {
    to: { name: '', address: to },
    envelope: { from: bareAddress(from), to },
    subject: title ?? firstLine(text),
    text,
    messageId: `<${key.replaceAll('/', '.')}@${domain}>`,
  }
}

/** The address in a contact's attribute, or null where there is none that mail can go to. */
export function mailAddress(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const address = value.trim()
  return address.length <= 254 && ADDRESS.test(address) ? address : null
}

const ADDRESS = /^[^\s@<>(),;:"\\\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]+$/u

function bareAddress(from: string): string {
  return from.match(/<([^>]*)>/)?.[1] ?? from
}

function firstLine(text: string): string {
  const line = text.trim().split('\n', 1).join('')
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
