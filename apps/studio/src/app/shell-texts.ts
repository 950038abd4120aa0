import { defineTexts } from './i18n.ts'

/** Texts of the frame around the pages. */
export const shellTexts = defineTexts('shell', {
  navigation: { zh: '主导航', en: 'Main navigation' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  journeys: { zh: '旅程', en: 'Journeys' },
  attention: { zh: '需处理', en: 'Needs attention' },
  contactsGroup: { zh: '客户', en: 'Contacts' },
  contacts: { zh: '全部客户', en: 'All contacts' },
  rewardsGroup: { zh: '权益', en: 'Rewards' },
  coupons: { zh: '优惠券', en: 'Coupons' },
  reachGroup: { zh: '触达', en: 'Reach' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  toDark: { zh: '深色', en: 'Dark' },
  toLight: { zh: '浅色', en: 'Light' },
  toDarkLabel: { zh: '改用深色', en: 'Use the dark theme' },
  toLightLabel: { zh: '改用浅色', en: 'Use the light theme' },
  otherLanguage: { zh: 'Use English', en: '改用中文' },
  notFound: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundHelp: {
    zh: '地址可能写错了，或者它已被删除。',
    en: 'The address may be wrong, or it was deleted.',
  },
  broken: { zh: '这个页面没能打开', en: 'This page could not be opened' },
  brokenHelp: {
    zh: '已保存的内容都还在，旅程照常运行。重新载入再试一次。',
    en: 'What was saved is safe and journeys keep running. Reload to try again.',
  },
  reload: { zh: '重新载入', en: 'Reload' },
  toJourneys: { zh: '回到旅程', en: 'Back to journeys' },
})
