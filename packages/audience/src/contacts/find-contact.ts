import type { Db, EnrolmentState } from '@millrace/database'
import type { Json } from '@millrace/program'
import { outsideId } from '../outside-id.ts'

/** A contact with what it holds and where it is. */
export interface ContactView {
  readonly id: string
  readonly attributes: { readonly [name: string]: Json }
  readonly timeZone: string | null
  readonly tags: readonly string[]
  readonly points: number
  /** Membership tiers are not there yet. */
  readonly tier: null
  readonly createdAt: Date
  readonly coupons: readonly HeldCoupon[]
  readonly enrolments: readonly EnrolmentBrief[]
}

/** One coupon that the contact was given. */
export interface HeldCoupon {
  readonly id: string
  readonly coupon: string
  readonly name: string
  readonly grantedAt: Date
  readonly expiresAt: Date | null
}

/** A run through a journey, in brief; states are as stored. */
export interface EnrolmentBrief {
  readonly id: string
  readonly journey: string
  readonly version: number
  readonly state: EnrolmentState
  readonly node: string | null
  readonly enteredAt: Date
  readonly endedAt: Date | null
}

/**
 * The contact of an outside id, with its coupons and its latest 100 enrolments; null when unknown or erased.
 */
export async function findContact(db: Db, externalId: string): Promise<ContactView | null> {
  const contact = await contactRow(db, externalId)
  if (contact === null) return null
  const coupons = await db
    .selectFrom('coupon_grant as g')
    .innerJoin('coupon as c', 'c.id', 'g.coupon_id')
    .select(['g.id', 'c.id as coupon', 'c.name', 'g.granted_at as grantedAt', 'g.expires_at as expiresAt'])
    .where('g.contact_id', '=', contact.id)
    .orderBy('g.id', 'desc')
    .execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .select(['id', 'journey_id as journey', 'version', 'state', 'node'])
    .select(['entered_at as enteredAt', 'ended_at as endedAt'])
    .where('contact_id', '=', contact.id)
    .orderBy('entered_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return {
    id: contact.external_id ?? '',
    // `jsonb` holds nothing but JSON.
    attributes: contact.attributes as ContactView['attributes'],
    timeZone: contact.time_zone,
    tags: contact.tags,
    points: contact.points,
    tier: null,
    createdAt: contact.created_at,
    coupons,
    enrolments,
  }
}

/** The row of an outside id in any spelling that means it; null when unknown, erased or no such id can be. */
export async function contactRow(db: Db, externalId: string) {
  const id = outsideId(externalId)
  if (id === null) return null
  const row = await db.selectFrom('contact').selectAll().where('external_id', '=', id).executeTakeFirst()
  return row ?? null
}
