import type { Words } from './reminder-journey.ts'

export const zh: Words = {
  name: '新客 30 天',
  follow: '关注',
  coupon: '发放优惠券',
  pay: '等待支付',
  split: 'A/B 实验：催付话术',
  arms: ['A 对照', 'B 到期'],
  plain: ['催付提醒 A', '{{ contact.name | default: "朋友" }}，购物车里的茶帮你留着。'],
  expiry: [
    '催付提醒 B',
    '{{ contact.name | default: "朋友" }}，给你留的券还有 6 小时到期。购物车里的茶帮你留着。',
  ],
  again: '再等支付',
  points: ['奖励积分', '完成首单'],
  rest: '等待 7 天',
  loyal: ['是否复购', '已复购'],
  winBack: ['召回', '{{ contact.name | default: "朋友" }}，好久不见。满 80 减 15 的券已放进你的券包。'],
  end: '结束',
}

export const en: Words = {
  name: 'New customer 30 days',
  follow: 'Followed',
  coupon: 'Grant coupon',
  pay: 'Wait for payment',
  split: 'A/B: reminder copy',
  arms: ['A control', 'B expiry'],
  plain: ['Reminder A', '{{ contact.name | default: "Friend" }}, your tea is still in the cart.'],
  expiry: ['Reminder B', '{{ contact.name | default: "Friend" }}, your coupon ends in 6 hours.'],
  again: 'Wait again',
  points: ['Award points', 'first order'],
  rest: 'Wait 7 days',
  loyal: ['Repurchased?', 'Yes'],
  winBack: [
    'Win-back',
    '{{ contact.name | default: "Friend" }}, it has been a while. ¥15 off ¥80 is in your wallet.',
  ],
  end: 'Exit',
}
