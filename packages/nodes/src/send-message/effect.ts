import { implement } from '../implement.ts'
import { textFailed } from '../outcome-texts.ts'
import { sendMessage } from './definition.ts'

/** Hands the rendered message to its channel; whether the visit awaits the outcome is the program's matter. */
export const sendMessageEffect = implement(sendMessage, async ({ channel, title, text }, services) => {
  const heading = title === undefined ? { text: '' } : await services.text.render(title)
  if ('fault' in heading) return { attention: textFailed(heading.fault) }
  const body = await services.text.render(text)
  if ('fault' in body) return { attention: textFailed(body.fault) }
  if (body.text.trim() === '') return { attention: EMPTY }
  const { delivery } = await services.deliveries.hand({
    channel,
    title: heading.text === '' ? null : heading.text,
    text: body.text,
  })
  return { port: 'next', output: { delivery, channel }, awaits: delivery }
})

const EMPTY = {
  code: 'empty-message',
  message: {
    zh: '这条消息没有内容：用到的变量都是空的。请给变量写默认值后重试，或跳过。',
    en: 'This message has no text: every variable in it is empty. Give them a default and retry, or skip.',
  },
}
