import { renderText } from '@millrace/nodes'
import type { Services } from '@millrace/nodes/services'
import { addDuration } from '@millrace/program'
import type { Enrolment, World } from './world.ts'

/** Whose services: the step's key makes each effect happen once, `seq` is the event that texts see. */
export interface ServiceStep {
  readonly enrolment: Enrolment
  readonly node: string
  readonly key: string
  readonly seq: number | null
}

/** The services of one step, in memory. */
export function bindServices(world: World, step: ServiceStep): Services {
  const { contact } = step.enrolment
  return {
    coupons: { grant: async (coupon) => grant(world, step, coupon) },
    points: {
      async award(points, reason) {
        const done = world.awards.get(step.key)
        if (done !== undefined) return { balance: done.balance }
        const balance = contact.points + points
        contact.points = balance
        world.awards.set(step.key, { contact: contact.id, points, balance, reason, at: world.now })
        return { balance }
      },
    },
    tags: {
      async change({ add, remove }) {
        const added = [...new Set(add)].filter((tag) => !contact.tags.includes(tag))
        const removed = contact.tags.filter((tag) => remove.includes(tag) && !add.includes(tag))
        contact.tags = [...contact.tags.filter((tag) => !removed.includes(tag)), ...added]
        return { added, removed }
      },
    },
    deliveries: { hand: async (message) => ({ delivery: hand(world, step, message) }) },
    text: {
      async render(template) {
        const { attributes, points, tags, events } = contact
        const event = events.find(({ seq }) => seq === step.seq)?.data ?? null
        const { now } = world
        const zone = world.zoneOf(contact)
        return renderText(template, { contact: { ...attributes, points, tags }, event, now, zone })
      },
    },
  }
}

type Granting = Awaited<ReturnType<Services['coupons']['grant']>>

function grant(world: World, { enrolment, key }: ServiceStep, coupon: string): Granting {
  const done = world.grants.get(key)
  if (done !== undefined) return { granted: true, grant: done.id }
  const kind = world.coupons.get(coupon)
  if (kind === undefined) return { granted: false, why: 'unknown' }
  if (kind.stock !== null && kind.granted >= kind.stock) return { granted: false, why: 'sold-out' }
  const { contact } = enrolment
  const { now: at, grants } = world
  const expiresAt = kind.validFor ? addDuration(at, kind.validFor, world.zoneOf(contact)) : null
  const given = { id: `grant-${grants.size + 1}`, coupon, contact: contact.id, at, expiresAt }
  grants.set(key, given)
  kind.granted += 1
  return { granted: true, grant: given.id }
}

type Message = Parameters<Services['deliveries']['hand']>[0]

function hand(world: World, { enrolment, node, key }: ServiceStep, message: Message): string {
  const handed = world.deliveries.get(key)
  if (handed !== undefined) return handed.id
  const { now: at, deliveries } = world
  const index = deliveries.size
  const place = { id: `delivery-${index + 1}`, key, index, enrolment, node, at, notBefore: at }
  const delivery = { ...place, ...message, state: 'queued' as const, ending: null }
  deliveries.set(key, delivery)
  world.agenda.add({ at, delivery })
  return delivery.id
}
