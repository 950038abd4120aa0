import type { Text } from '@millrace/program'

const CHANNELS: Readonly<Record<string, Text>> = {
  inbox: { zh: '收件箱', en: 'Inbox' },
  email: { zh: '邮件', en: 'Email' },
}

/** What operators call a channel; one that this version does not know is called by its id. */
export function channelTitle(channel: string): Text {
  return (Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : undefined) ?? { zh: channel, en: channel }
}

/** Whether this version has such a channel, set up or not. */
export function isKnownChannel(channel: string): boolean {
  return Object.hasOwn(CHANNELS, channel)
}
