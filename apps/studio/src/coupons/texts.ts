import { defineTexts } from '../app/i18n.ts'

/** Texts of the coupons page. */
export const couponsTexts = defineTexts('coupons', {
  title: { zh: '优惠券', en: 'Coupons' },
  what: { zh: '优惠券', en: 'the coupons' },
  create: { zh: '新建优惠券', en: 'New coupon' },
  columnCoupon: { zh: '优惠券', en: 'Coupon' },
  columnValidity: { zh: '有效期', en: 'Valid for' },
  columnStock: { zh: '总量', en: 'Stock' },
  columnGranted: { zh: '已发', en: 'Granted' },
  columnRemaining: { zh: '剩余', en: 'Remaining' },
  columnCreated: { zh: '创建时间', en: 'Created' },
  unlimited: { zh: '不限', en: 'No limit' },
  soldOut: { zh: '已发完', en: 'None left' },
  always: { zh: '一直有效', en: 'Does not expire' },
  emptyTitle: { zh: '还没有优惠券', en: 'No coupons yet' },
  emptyText: {
    zh: '建一种优惠券，旅程里的「发放优惠券」就能选到它；发多少、剩多少，在这里看。',
    en: 'Make a coupon and the node "Grant coupon" can pick it. How many were granted and remain shows here.',
  },
  id: { zh: '编号', en: 'Id' },
  idHelp: {
    zh: '字母、数字和 _ . -，最长 64 个字符。之后不能改。',
    en: 'Letters, digits and _ . - up to 64 characters. It cannot be changed later.',
  },
  idWrong: {
    zh: '只用字母、数字和 _ . -，以字母或数字开头。',
    en: 'Use letters, digits and _ . - only, beginning with a letter or digit.',
  },
  name: { zh: '名称', en: 'Name' },
  namePlaceholder: { zh: '例如：新客满 100 减 20', en: 'For example: 20 off 100 for new contacts' },
  nameMissing: { zh: '写一个名称。', en: 'Write a name.' },
  stock: { zh: '总量', en: 'Stock' },
  stockHelp: {
    zh: '空着就不限量。发完后客户走「不可用」出口。',
    en: 'Empty means no limit. When none is left, contacts leave by "unavailable".',
  },
  validity: { zh: '有效期', en: 'Valid for' },
  validityHelp: {
    zh: '从发到客户手里算起；空着就一直有效。',
    en: 'Counts from the grant. Empty means it does not expire.',
  },
  unit: { zh: '单位', en: 'Unit' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  createVerb: { zh: '创建', en: 'Create' },
})
