import { z } from 'zod'
import { channelTitle, isKnownChannel } from '../channels.ts'
import { act } from '../config/act.ts'
import { NEXT } from '../config/ports.ts'
import { liquidText, plainText } from '../config/schemas.ts'
import { beginning, line } from '../config/summary.ts'
import { textWarnings } from '../config/text-faults.ts'
import { type CheckContext, type ConfigFault, defineNode } from '../define-node.ts'

/** How long a visit waits for the outcome of its delivery when its `failed` port leads somewhere. */
const OUTCOME_TIMEOUT = 'PT10M'

const CONFIG_VERSION = 1

/** Hands one message to a channel. */
export const sendMessage = defineNode({
  kind: 'send-message',
  family: 'reach',
  icon: 'message',
  title: { zh: '发送消息', en: 'Send message' },
  help: {
    zh: '通过一个渠道给客户发一条消息。连接「发送失败」后会等结果，最多 10 分钟。',
    en: 'Sends the contact one message. With “Failed” connected it waits for the outcome, at most 10 minutes.',
  },
  config: z.strictObject({ channel: plainText(64), title: liquidText.optional(), text: liquidText }),
  configVersion: CONFIG_VERSION,
  initial: { channel: 'inbox', text: '' },
  form: {
    channel: { control: 'channel', label: { zh: '渠道', en: 'Channel' } },
    title: { control: 'liquid', label: { zh: '标题', en: 'Title' } },
    text: { control: 'liquid', label: { zh: '正文', en: 'Text' } },
  },
  ports: ['next', 'failed'],
  portsOf: () => [
    NEXT,
    { id: 'failed', label: { zh: '发送失败', en: 'Failed' }, failure: true, goesOn: true },
  ],
  summary: ({ channel, title, text }) => line(channelTitle(channel), beginning(title || text)),
  check: ({ channel, title, text }, context) => [
    ...channelFaults(channel, context),
    ...(text.trim() === '' ? [EMPTY] : textWarnings('text', text)),
    ...textWarnings('title', title ?? ''),
  ],
  lower: (config, at) => {
    const failed = at.to('failed')
    const parts = { config, configVersion: CONFIG_VERSION }
    if (failed === null) return [act(at, { ...parts, ports: { next: at.to('next') } })]
    return [
      act(at, { ...parts, ports: { next: at.to('next'), failed }, hold: at.own(1) }),
      {
        op: 'wait',
        legs: [{ type: 'outcome', ...at.place, timeout: OUTCOME_TIMEOUT, failed }],
        next: at.to('next'),
      },
    ]
  },
})

const EMPTY: ConfigFault = {
  severity: 'error',
  code: 'empty',
  field: 'text',
  message: { zh: '请填写正文。', en: 'Write the text of the message.' },
}

function channelFaults(channel: string, { channels }: CheckContext): readonly ConfigFault[] {
  if (channels.has(channel)) return []
  if (isKnownChannel(channel)) {
    const message = {
      zh: `「${channelTitle(channel).zh}」渠道还没有配置。请管理员配置后再发布，或换一个渠道。`,
      en: `The channel “${channelTitle(channel).en}” is not set up. Have it set up before publishing, or choose another.`,
    }
    return [{ severity: 'error', code: 'channel-not-set-up', field: 'channel', message }]
  }
  const known = [...channels].join(', ')
  const message = {
    zh: `没有「${channel}」这个渠道。可选：${known}。`,
    en: `There is no channel "${channel}". Choose one of: ${known}.`,
  }
  return [{ severity: 'error', code: 'unknown-channel', field: 'channel', message }]
}
