import { createCoupon } from '@millrace/loyalty'
import { CONTRACT_NOW, CONTRACT_START, describeServices } from '@millrace/nodes/services/testing'
import { loadBlock } from '../block/load-block.ts'
import { lockBlock } from '../block/lock-block.ts'
import { saveBlock } from '../block/save-block.ts'
import { chain } from '../testing/journeys.ts'
import { openStage, type Stage } from '../testing/stage.ts'
import { BlockScope } from './block-scope.ts'
import { bindServices } from './services.ts'

describeServices('on PostgreSQL, inside a block', async () => {
  const stage = await openStage()
  const { db, clock } = stage
  clock.at = CONTRACT_NOW
  const enrolment = await enterOne(stage)
  const tx = await db.startTransaction().execute()
  const contact = await lockBlock(tx, enrolment, clock)
  if (contact === null) throw new Error('There is no enrolment.')
  const state = await loadBlock(tx, enrolment)
  const scope = new BlockScope({ tx, contact, state, zone: contact.timeZone ?? '' })
  return {
    step: (number) => bindServices(scope, { node: 'me', key: `${enrolment}/0/${number}`, seq: 1 }),
    async holdings() {
      const standing = { state: 'completed', at: CONTRACT_NOW } as const
      const end = { cursor: { seq: 1, at: CONTRACT_NOW }, seq: 1, steps: [], standing }
      await saveBlock(tx, { contact, state, end, writes: scope.writes })
      await tx.commit().execute()
      return holdingsOf(stage)
    },
    async [Symbol.asyncDispose]() {
      if (!tx.isCommitted) await tx.rollback().execute()
      await stage[Symbol.asyncDispose]()
    },
  }
})

/** An enrolment whose first block has not yet run. */
async function enterOne(stage: Stage): Promise<string> {
  const { contact, event, coupons } = CONTRACT_START
  for (const [id, stock] of Object.entries(coupons)) await createCoupon(stage.db, { id, name: id, stock })
  const { attributes, timeZone, tags, points } = contact
  await stage.contact('one', attributes, { timeZone, tags: [...tags] })
  await stage.db.updateTable('contact').set({ points }).execute()
  await stage.publish(chain({ tag: ['set-tag', { add: ['x'] }] }))
  await stage.ingest(['one', 'contact.followed', event])
  return (await stage.only()).id
}

async function holdingsOf({ db }: Stage) {
  const { tags, points } = await db.selectFrom('contact').select(['tags', 'points']).executeTakeFirstOrThrow()
  const grants = await db.selectFrom('coupon_grant').select('coupon_id').orderBy('id').execute()
  const messages = await db
    .selectFrom('delivery')
    .select(['channel', 'title', 'text'])
    .orderBy('id')
    .execute()
  return {
    ...{ tags, points },
    ledger: await db
      .selectFrom('points_entry')
      .select(['amount as points', 'reason', 'balance'])
      .orderBy('id')
      .execute(),
    coupons: grants.map(({ coupon_id }) => coupon_id),
    messages: messages.map(({ text, ...message }) => ({ ...message, text: text ?? '' })),
  }
}
