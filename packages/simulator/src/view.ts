import { currentLeg, duePort, type Instant, type Reason, type Step } from '@millrace/program'
import type { Delivery, Enrolment, Grant, World } from './world.ts'

/** One contact's run through the journey, as readers see it. */
export interface EnrolmentView {
  readonly id: string
  readonly contact: string
  readonly state: Enrolment['state']
  /** The node it stands at; in a wait of several legs the one whose time runs. */
  readonly node: string | null
  /** When the leg whose time runs ends by time. */
  readonly wakeAt: Instant | null
  readonly enteredAt: Instant
  readonly endedAt: Instant | null
  /** Why it needs attention. */
  readonly reason: Reason | null
  readonly trace: readonly Step[]
}

/** A contact as the journey has left it so far. */
export interface ContactView {
  readonly id: string
  readonly attributes: Enrolment['contact']['attributes']
  readonly timeZone: string | null
  readonly tags: readonly string[]
  readonly points: number
}

/** A kind of coupon and who has got one. */
export interface CouponView {
  readonly id: string
  readonly granted: number
  /** Null where there is no stock to run out. */
  readonly remaining: number | null
  readonly grants: readonly Grant[]
}

/** A message and what has become of it. */
export interface DeliveryView extends Omit<Delivery, 'index' | 'enrolment' | 'notBefore' | 'ending'> {
  readonly enrolment: string
  readonly contact: string
}

/** All enrolments in the order in which contacts entered. */
export function viewEnrolments({ enrolments, now }: World): EnrolmentView[] {
  return enrolments.map((one): EnrolmentView => {
    const { id, contact, state, enteredAt, endedAt, stuck, turn } = one
    const legs = one.waiting?.legs ?? []
    const stands = legs.length === 0 ? 0 : currentLeg(legs, stoppedAt(one, now))
    const leg = legs[stands]
    const passed = legs.slice(0, stands).map((each, step): Step => {
      const { node, kind, due } = each
      return { at: due, turn, step, node, kind, port: duePort(each) }
    })
    return {
      ...{ id, contact: contact.id, state, enteredAt, endedAt },
      node: leg?.node ?? one.node,
      wakeAt: leg?.due ?? null,
      reason: stuck?.reason ?? null,
      trace: [...one.steps, ...passed],
    }
  })
}

/** Up to when the legs of an enrolment's wait pass: until it was answered, else until now. */
export function stoppedAt({ wake }: Enrolment, now: Instant): Instant {
  if (wake?.why === 'answered') return Math.min(now, wake.answer.at)
  return wake?.why === 'outcome' ? Math.min(now, wake.at) : now
}

/** All contacts, those that an event has made too. */
export function viewContacts({ contacts }: World): ContactView[] {
  return [...contacts.values()].map(({ id, attributes, timeZone, tags, points }) => ({
    ...{ id, attributes, timeZone, tags, points },
  }))
}

/** All kinds of coupons with those that were given out. */
export function viewCoupons({ coupons, grants }: World): CouponView[] {
  const given = Map.groupBy(grants.values(), ({ coupon }) => coupon)
  return [...coupons.values()].map(({ id, stock, granted }) => ({
    id,
    granted,
    remaining: stock === null ? null : stock - granted,
    grants: given.get(id) ?? [],
  }))
}

/** All messages in the order in which they were written. */
export function viewDeliveries({ deliveries }: World): DeliveryView[] {
  return [...deliveries.values()].map(({ id, key, enrolment, node, channel, title, text, at, state }) => ({
    ...{ id, key, enrolment: enrolment.id, contact: enrolment.contact.id },
    ...{ node, channel, title, text, at, state },
  }))
}
