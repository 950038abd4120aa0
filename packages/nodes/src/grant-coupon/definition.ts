import { z } from 'zod'
import { act } from '../config/act.ts'
import { NEXT } from '../config/ports.ts'
import { plainText } from '../config/schemas.ts'
import { line } from '../config/summary.ts'
import { defineNode } from '../define-node.ts'

const CONFIG_VERSION = 1

/** Gives the contact one coupon, or leaves by `unavailable` when none is left. */
export const grantCoupon = defineNode({
  kind: 'grant-coupon',
  family: 'reward',
  icon: 'ticket',
  title: { zh: '发放优惠券', en: 'Grant coupon' },
  help: {
    zh: '给客户发一张优惠券；发完或没有这种券时走「券已发完」。',
    en: 'Gives the contact one coupon; leaves by “Unavailable” when none is left or there is no such coupon.',
  },
  config: z.strictObject({ coupon: plainText(128) }),
  configVersion: CONFIG_VERSION,
  initial: { coupon: '' },
  form: { coupon: { control: 'coupon', label: { zh: '优惠券', en: 'Coupon' } } },
  ports: ['next', 'unavailable'],
  portsOf: () => [NEXT, { id: 'unavailable', label: { zh: '券已发完', en: 'Unavailable' }, failure: true }],
  summary: ({ coupon }) => line(coupon),
  check: ({ coupon }, { coupons }) => {
    if (coupon !== '' && (coupons === null || coupons.has(coupon))) return []
    const message =
      coupon === ''
        ? { zh: '请选择一种优惠券。', en: 'Choose a coupon.' }
        : {
            zh: `没有优惠券「${coupon}」。请先创建它，或选择已有的优惠券。`,
            en: `There is no coupon "${coupon}". Create it first or choose an existing one.`,
          }
    return [{ severity: 'error', code: coupon === '' ? 'empty' : 'unknown-coupon', field: 'coupon', message }]
  },
  lower: (config, at) => [
    act(at, {
      config,
      configVersion: CONFIG_VERSION,
      ports: { next: at.to('next'), unavailable: at.to('unavailable') },
    }),
  ],
})
