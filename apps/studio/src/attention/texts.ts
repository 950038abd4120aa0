import { defineTexts } from '../app/i18n.ts'

/** Texts of the page of those who need attention. */
export const attentionTexts = defineTexts('attention', {
  title: { zh: '需处理', en: 'Needs attention' },
  what: { zh: '需处理的客户', en: 'who needs attention' },
  intro: {
    zh: '这些客户停在一个没有做成的节点上，等你决定。其他客户照常往前走。',
    en: 'These contacts stand at a node that could not do its work and wait for you. Everybody else goes on.',
  },
  retry: { zh: '重试', en: 'Retry' },
  skip: { zh: '跳过', en: 'Skip' },
  exit: { zh: '移出', en: 'Take out' },
  retryMeans: {
    zh: '再做一次这个节点。先改好原因，例如客户的属性或券的库存。',
    en: "does the node once more. First mend the cause, such as the contact's attribute or the coupon's stock.",
  },
  skipMeans: {
    zh: '不做这个节点，从它的下一步接着走。',
    en: 'leaves the node undone and goes on after it.',
  },
  exitMeans: {
    zh: '结束这位客户的这一次旅程，不再往下走。',
    en: 'ends this run through the journey for this contact.',
  },
  columnReason: { zh: '原因', en: 'Reason' },
  columnContact: { zh: '客户', en: 'Contact' },
  columnJourney: { zh: '旅程与节点', en: 'Journey and node' },
  columnEntered: { zh: '进入旅程', en: 'Entered' },
  columnActions: { zh: '操作', en: 'Actions' },
  selectAll: { zh: '选择全部', en: 'Select all' },
  selectOne: { zh: '选择 {{contact}}', en: 'Select {{contact}}' },
  selected: { zh: '已选 {{shown}} 位', en: '{{shown}} selected' },
  shown: { zh: '显示 {{shown}} 位', en: 'Showing {{shown}}' },
  journey: { zh: '旅程', en: 'Journey' },
  allJourneys: { zh: '全部旅程', en: 'All journeys' },
  emptyTitle: { zh: '没有要处理的', en: 'Nothing needs you' },
  emptyText: {
    zh: '节点做不成时，客户会停在原处并出现在这里，写明原因，可以重试、跳过或移出。',
    en: 'When a node cannot do its work, the contact stops there and shows up here with the reason, to be retried, skipped or taken out.',
  },
  toJourneys: { zh: '去看旅程', en: 'See the journeys' },
  noReason: { zh: '没有写明原因。', en: 'No reason was given.' },
  someFailed: {
    zh: '{{done}} 位已处理，{{failed}} 位没有成功：{{reason}}',
    en: '{{done}} done, {{failed}} failed: {{reason}}',
  },
  exitTitle: {
    zh: '移出 {{shown}} 位客户？',
    en: { one: 'Take {{shown}} contact out?', other: 'Take {{shown}} contacts out?' },
  },
  erasedContact: { zh: '已抹除', en: 'Erased' },
})
