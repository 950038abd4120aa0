import { saveSteps } from '@millrace/analytics'
import { loadFacts, lockContacts } from '@millrace/audience'
import { type Db, newId, systemClock } from '@millrace/database'
import { grantCoupon } from '@millrace/loyalty'
import { sql } from 'kysely'

/** The reference journey's nodes whose effect is a message. */
const MESSAGES = new Set(['hello', 'remind', 'reactivate'])

/** Does in one transaction what the product does for one node: lock, effect, trace, position. */
export async function runNode(
  db: Db,
  { contact, node, journey }: { contact: string; node: string; journey: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const [locked] = await lockContacts(tx, { ids: [contact] }, systemClock)
    if (locked === undefined) throw new Error(`There is no contact ${contact}.`)
    const at = new Date(locked.now)
    const key = `${contact}/${node}`
    if (node === 'coupon')
      await grantCoupon(tx, { coupon: 'welcome-20', contact, key, at, zone: 'Asia/Shanghai' })
    if (node === 'loyal') {
      await loadFacts(tx, locked, {
        types: ['order.paid'],
        seq: null,
        now: locked.now,
        zone: 'Asia/Shanghai',
      })
    }
    if (MESSAGES.has(node)) {
      await tx
        .insertInto('delivery')
        .values({
          id: newId(),
          key,
          enrolment_id: contact,
          journey_id: journey,
          contact_id: contact,
          node,
          channel: 'inbox',
          title: null,
          text: `你好 ${node}`,
          state: 'queued',
          at,
          not_before: at,
        })
        .execute()
    }
    const step = { at: locked.now, turn: 0, step: ORDER.indexOf(node), node, kind: 'node', port: 'next' }
    await saveSteps(tx, { enrolment: contact, journey, version: 1, steps: [step] })
    await sql`update contact set last_at = ${at}, updated_at = ${at} where id = ${contact}::uuid`.execute(tx)
  })
}

const ORDER = ['follow', 'coupon', 'hello', 'remind', 'loyal', 'reactivate', 'end']
