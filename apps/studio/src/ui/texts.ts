import { defineTexts } from '../app/i18n.ts'

/** Texts of the parts that all pages share. */
export const uiTexts = defineTexts('ui', {
  retry: { zh: '重试', en: 'Retry' },
  failed: { zh: '没能读到{{what}}', en: 'Could not load {{what}}' },
  safe: { zh: '已保存的内容都还在，旅程照常运行。', en: 'What was saved is safe and journeys keep running.' },
  notThere: {
    zh: '它可能已被删除，或者地址写错了。',
    en: 'It may have been deleted, or the address is wrong.',
  },
  stale: {
    zh: '没能更新，下面是 {{time}} 的内容。',
    en: 'Could not refresh. What you see is from {{time}}.',
  },
  unreachable: {
    zh: '连不上 Millrace。它可能正在重启。',
    en: 'Millrace cannot be reached. It may be restarting.',
  },
  serverFault: {
    zh: 'Millrace 出错了（{{status}}），没有改动任何内容。',
    en: 'Millrace had a fault ({{status}}). Nothing was changed.',
  },
  refused: {
    zh: '没有成功（{{status}}），没有改动任何内容。',
    en: 'That failed ({{status}}). Nothing was changed.',
  },
  stalenessConflict: {
    zh: '别人刚刚改过它。重新载入后再改。',
    en: 'Somebody else has just changed it. Reload, then change it again.',
  },
  tooLarge: { zh: '内容太大。分成几份再试。', en: 'That is too large. Split it and try again.' },
  needsToken: {
    zh: '这个 Millrace 要求访问令牌。',
    en: 'This Millrace asks for an access token.',
  },
  token: { zh: '访问令牌', en: 'Access token' },
  useToken: { zh: '使用', en: 'Use it' },
  loading: { zh: '正在载入', en: 'Loading' },
  loadMore: { zh: '再显示一些', en: 'Show more' },
  cancel: { zh: '取消', en: 'Cancel' },
  close: { zh: '关闭', en: 'Close' },
  more: { zh: '更多操作', en: 'More actions' },
  noValue: { zh: '没有', en: 'none' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  draft: { zh: '草稿', en: 'Draft' },
  active: { zh: '运行中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  archived: { zh: '已归档', en: 'Archived' },
  inFlight: { zh: '在途', en: 'In flight' },
  waiting: { zh: '等待', en: 'Waiting' },
  completed: { zh: '已完成', en: 'Completed' },
  exited: { zh: '已退出', en: 'Exited' },
  needsAttention: { zh: '需处理', en: 'Needs attention' },
  queued: { zh: '待发出', en: 'Queued' },
  sent: { zh: '已发出', en: 'Sent' },
  delivered: { zh: '已送达', en: 'Delivered' },
  failedState: { zh: '失败', en: 'Failed' },
  unknown: { zh: '结果不明', en: 'Unknown' },
  blocked: { zh: '被拦截', en: 'Blocked' },
})
