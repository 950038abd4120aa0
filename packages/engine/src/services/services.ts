import { newId } from '@millrace/database'
import { awardPoints, grantCoupon } from '@millrace/loyalty'
import { renderText } from '@millrace/nodes'
import type { Services } from '@millrace/nodes/services'
import type { BlockScope } from './block-scope.ts'

/** Whose services: the step's key makes each effect happen once, `seq` is the event that texts see. */
export interface ServiceStep {
  readonly node: string
  readonly key: string
  readonly seq: number | null
}

/** The services of one step, inside the block's transaction. */
export function bindServices(scope: BlockScope, { node, key, seq }: ServiceStep): Services {
  const { tx, contact, zone } = scope
  const at = scope.now
  return {
    coupons: {
      grant: (coupon) => grantCoupon(tx, { coupon, contact: contact.id, key, at, zone }),
    },
    points: {
      async award(points, reason) {
        const { balance } = await awardPoints(tx, { contact: contact.id, key, points, reason, at })
        scope.points = balance
        return { balance }
      },
    },
    tags: {
      async change({ add, remove }) {
        const added = [...new Set(add)].filter((tag) => !scope.tags.includes(tag))
        const removed = scope.tags.filter((tag) => remove.includes(tag) && !add.includes(tag))
        if (added.length > 0 || removed.length > 0)
          scope.tag([...scope.tags.filter((tag) => !removed.includes(tag)), ...added])
        return { added, removed }
      },
    },
    deliveries: {
      async hand({ channel, title, text }) {
        const handed = scope.writes.deliveries.find((one) => one.key === key)
        if (handed !== undefined) return { delivery: handed.id }
        const delivery = newId()
        scope.hand({ id: delivery, key, node, channel, title, text })
        return { delivery }
      },
    },
    text: {
      async render(template) {
        const event = await scope.event(seq)
        const { points, tags } = scope
        return renderText(template, {
          contact: { ...contact.attributes, points, tags },
          event: event?.data ?? null,
          now: at.getTime(),
          zone,
        })
      },
    },
  }
}
