import type { Text } from '../api/page.ts'
import { defineTexts } from '../app/i18n.ts'

/** Texts of what can be done with a contact. */
export const actionTexts = defineTexts('contact-actions', {
  sendTitle: { zh: '给「{{name}}」发送事件', en: 'Send {{name}} an event' },
  sendHelp: {
    zh: '和真实事件一样：会触发旅程、应答等待。',
    en: 'It counts like a real one: it triggers journeys and answers waits.',
  },
  type: { zh: '事件类型', en: 'Event type' },
  typeHelp: { zh: '小写，用点分开，例如 order.paid', en: 'Lower case with a dot, such as order.paid' },
  typeWrong: {
    zh: '写成 order.paid 这样：小写字母开头，至少一个点。',
    en: 'Write it like order.paid: it begins with a lower-case letter and has a dot.',
  },
  typeReserved: {
    zh: 'millrace. 开头的类型留给系统。换一个。',
    en: 'Types that begin with millrace. are reserved. Choose another.',
  },
  data: { zh: '数据（JSON）', en: 'Data (JSON)' },
  dataWrong: { zh: 'JSON 读不懂：{{reason}}', en: 'The JSON cannot be read: {{reason}}' },
  dataNoObject: { zh: '要写成对象，例如 {"amount": 128}', en: 'Write an object, such as {"amount": 128}' },
  send: { zh: '发送', en: 'Send' },
  addTitle: { zh: '让「{{name}}」进入旅程', en: 'Add {{name}} to a journey' },
  journey: { zh: '旅程', en: 'Journey' },
  chooseJourney: { zh: '选一个运行中的旅程', en: 'Choose a running journey' },
  addHelp: {
    zh: '从入口开始走，不需要事件。旅程的重复进入规则照样算数。',
    en: "Starts at the entry without an event. The journey's re-entry rule still counts.",
  },
  noRunning: { zh: '没有运行中的旅程。先发布一个。', en: 'No journey runs. Publish one first.' },
  add: { zh: '加入', en: 'Add' },
  eraseTitle: { zh: '抹除「{{name}}」？', en: 'Erase {{name}}?' },
  eraseText: {
    zh: '属性、标签、事件、消息正文、优惠券和积分都会删除，在途的旅程随之结束。各处的人数不变。找不回来。',
    en: 'Attributes, tags, events, message texts, coupons and points are deleted, and journeys in flight end. Counts stay as they are. This cannot be undone.',
  },
  eraseConfirm: { zh: '输入编号 {{id}} 以确认', en: 'Type the id {{id}} to confirm' },
  eraseVerb: { zh: '抹除', en: 'Erase' },
  erased: { zh: '已抹除「{{name}}」。', en: 'Erased {{name}}.' },
})

/** Why a contact was not let into a journey, by the API's reason. */
export const refusals: { readonly [reason: string]: Text } = {
  'already-entered': {
    zh: '这位客户进入过，旅程设为每人一次。',
    en: 'This contact entered before; the journey takes everyone once.',
  },
  'in-flight': { zh: '这位客户还在这个旅程里。', en: 'This contact is still in this journey.' },
  'cooling-down': {
    zh: '上次结束不久，还没到可以再次进入的时间。',
    en: 'The last run ended too recently to enter again.',
  },
  'unknown-contact': { zh: '没有这位客户。', en: 'There is no such contact.' },
}
