import { Fault } from '@millrace/database'

const NAMES = {
  contact: { zh: '客户', en: 'contact' },
  coupon: { zh: '优惠券', en: 'coupon' },
  enrolment: { zh: '进入记录', en: 'enrolment' },
  journey: { zh: '旅程', en: 'journey' },
}

/** Throws the fault of an id that nothing has. */
export function notFound(what: keyof typeof NAMES, id: string): never {
  const { zh, en } = NAMES[what]
  throw new Fault('not-found', `unknown-${what}`, {
    zh: `没有这个${zh}：${id}。`,
    en: `There is no ${en} ${id}.`,
  })
}
