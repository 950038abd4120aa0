import { enrolmentTrace, listDeliveries, listEnrolments } from '@millrace/analytics'
import type { Db } from '@millrace/database'
import { couponIds, findCoupon } from '@millrace/loyalty'
import type { Json } from '@millrace/program'
import type { EngineDriver } from './engine-driver.ts'
import type { Play } from './on-simulator.ts'
import { type Outcome, personId, plainTrace } from './outcome.ts'

/** All that the readers show of a play on PostgreSQL. */
export async function outcomeOf(
  driver: EngineDriver,
  { nth, journeyId }: Play,
  answers: readonly Json[],
): Promise<Outcome> {
  const { db } = driver
  const page = { journey: journeyId, limit: 1_000 }
  const deliveries = (await listDeliveries(db, page)).items.toReversed()
  const keys = new Map(deliveries.map(({ id, key }) => [id, driver.placed(key)]))
  const { items } = await listEnrolments(driver, page)
  const ordered = items.toSorted((a, b) => driver.place(a.id) - driver.place(b.id))
  return {
    enrolments: await Promise.all(
      ordered.map(async ({ id, contact, state, node, wakeAt, enteredAt, endedAt, reason }) => ({
        ...{ contact, state, node, enteredAt: enteredAt.toISOString() },
        wakeAt: wakeAt?.toISOString() ?? null,
        endedAt: endedAt?.toISOString() ?? null,
        reason: reason ?? null,
        trace: plainTrace(
          (await enrolmentTrace(driver, id)) ?? [],
          (delivery) => keys.get(delivery) ?? delivery,
        ),
      })),
    ),
    ...(await holdings(db, `${personId(nth, 0).slice(0, -1)}%`)),
    remaining: await remaining(db),
    deliveries: deliveries.map(({ key, contact, node, channel, title, text, state, at }) => ({
      ...{ contact, node, channel, title: title ?? null, text, state },
      ...{ key: driver.placed(key), at: at.toISOString() },
    })),
    answers,
  }
}

/** What the people of one script, told by their ids, have. */
async function holdings(db: Db, ids: string) {
  const contacts = await db
    .selectFrom('contact')
    .select(['external_id as id', 'attributes', 'tags', 'points', 'time_zone as timeZone'])
    .where('external_id', 'like', ids)
    .orderBy('contact.id')
    .execute()
  const grants = await db
    .selectFrom('coupon_grant as one')
    .innerJoin('contact', 'contact.id', 'one.contact_id')
    .select(['coupon_id as coupon', 'external_id as contact', 'granted_at as at', 'expires_at as expiresAt'])
    .where('external_id', 'like', ids)
    .orderBy('coupon_id')
    .orderBy('one.id')
    .execute()
  const awards = await db
    .selectFrom('points_entry as one')
    .innerJoin('contact', 'contact.id', 'one.contact_id')
    .select(['external_id as contact', 'amount as points', 'balance', 'reason', 'at'])
    .where('external_id', 'like', ids)
    .orderBy('one.id')
    .execute()
  return {
    contacts,
    grants: grants.map(({ at, expiresAt, ...one }) => ({
      ...{ ...one, at: at.toISOString() },
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
    awards: awards.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
  }
}

async function remaining(db: Db): Promise<Record<string, number | null>> {
  const ids = [...(await couponIds(db))].sort()
  const coupons = await Promise.all(
    ids.map(async (id) => [id, (await findCoupon(db, id))?.remaining ?? null] as const),
  )
  return Object.fromEntries(coupons)
}
