import { saveSteps } from '@millrace/analytics'
import { loadFacts, lockContacts } from '@millrace/audience'
import { type Db, newId, systemClock } from '@millrace/database'
import { DELIVERY_CHANNEL } from '@millrace/engine'
import { grantCoupon } from '@millrace/loyalty'
import { sql } from 'kysely'

/** The reference journey's nodes whose effect is a message. */
const MESSAGES = new Set(['hello', 'remind', 'reactivate'])

/** An enrolment that a baseline carries. */
export interface Carried {
  readonly enrolment: string
  readonly contact: string
  readonly journey: string
}

/** Does in one transaction what the product does for one node: lock, effect, trace, position. */
export async function runNode(db: Db, { enrolment, contact, journey }: Carried, node: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const [locked] = await lockContacts(tx, { ids: [contact] }, systemClock)
    if (locked === undefined) throw new Error(`There is no contact ${contact}.`)
    const at = new Date(locked.now)
    const key = `${enrolment}/${node}`
    if (node === 'coupon')
      await grantCoupon(tx, { coupon: 'welcome-20', contact, key, at, zone: 'Asia/Shanghai' })
    if (node === 'loyal') {
      const zone = 'Asia/Shanghai'
      await loadFacts(tx, locked, { types: ['order.paid'], seq: null, now: locked.now, zone })
    }
    if (MESSAGES.has(node)) {
      const delivery = { id: newId(), key, node, channel: 'inbox', title: null, text: `你好 ${node}` }
      await tx
        .insertInto('delivery')
        .values({
          ...delivery,
          enrolment_id: enrolment,
          journey_id: journey,
          contact_id: contact,
          state: 'queued',
          at,
          not_before: at,
        })
        .execute()
      await sql`select pg_notify(${DELIVERY_CHANNEL}, '')`.execute(tx)
    }
    const step = { at: locked.now, turn: 0, step: ORDER.indexOf(node), node, kind: 'node', port: 'next' }
    await saveSteps(tx, { enrolment, journey, version: 1, steps: [step] })
    await sql`
      with stamped as (update contact set last_at = ${at} where id = ${contact}::uuid)
      update enrolment set node = ${node}, turn = turn + 1, updated_at = ${at},
        ended_at = ${node === 'end' ? at : null}, state = ${node === 'end' ? 'completed' : 'running'}
      where id = ${enrolment}::uuid`.execute(tx)
  })
}

const ORDER = ['follow', 'coupon', 'hello', 'remind', 'loyal', 'reactivate', 'end']
