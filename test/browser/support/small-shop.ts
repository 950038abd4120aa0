import { newcomers } from '../../../apps/api/src/sample/journeys.ts'
import { giftEvent, publishGiftJourney, publishJourney } from './journeys.ts'
import { api, run } from './set-up.ts'

/** Addresses of the pages of a shop in which something happens on each of them. */
export interface Places {
  readonly journey: string
  readonly contact: string
  readonly attention: string
  /** One node of each kind that the journey has. */
  readonly nodes: readonly { readonly kind: string; readonly title?: string | undefined }[]
}

/** Two journeys, a coupon and contacts: one waits and has a message, one needs attention. */
export async function smallShop(): Promise<Places> {
  const [waiting, stuck] = [`c_1-${run}`, `c_2-${run}`]
  const coupon = `tea-${run}`
  const entered = `shop.entered-${run}`
  await api('POST', '/api/contacts', [
    {
      id: waiting,
      attributes: { name: '林晓雯', city: '杭州' },
      tags: ['绿茶偏好'],
      timeZone: 'Asia/Shanghai',
    },
    { id: stuck, attributes: { name: '何子墨', gift: 'abc' } },
  ])
  await api('POST', '/api/coupons', { id: coupon, name: '新客满 100 减 20', stock: 500 })
  const nodes = newcomers.nodes.map((node) => {
    if (node.kind === 'entry') return { ...node, config: { on: { event: entered } } }
    return node.kind === 'grant-coupon' ? { ...node, config: { coupon } } : node
  })
  const journey = await publishJourney({ ...newcomers, name: `新客 ${run}`, nodes })
  const gift = await publishGiftJourney(`礼物 ${run}`)
  await api('POST', '/api/events', [
    { id: `1-${run}`, contact: waiting, type: entered },
    { id: `2-${run}`, contact: stuck, type: giftEvent },
  ])
  return {
    journey: `/journeys/${journey}`,
    contact: `/contacts/${waiting}`,
    attention: `/attention?journey=${gift}`,
    nodes: [...new Map(newcomers.nodes.map((node) => [node.kind, node])).values()],
  }
}
