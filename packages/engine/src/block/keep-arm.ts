import type { Tx } from '@millrace/database'
import { assignArm, type Json, type Split } from '@millrace/program'
import { sql } from 'kysely'
import type { BlockContact } from './lock-block.ts'

/** Who is to be put into an arm of what. */
export interface ArmWish {
  readonly split: Split
  readonly contact: BlockContact
  readonly journey: string
}

/**
 * The contact's arm: the one it was once given, else the one its hash falls into, written down for good. Only an arm
 * that the split has no longer is given up.
 */
export async function keepArm(
  tx: Tx,
  { split, contact, journey }: ArmWish,
): Promise<{ port: string; reads: Json }> {
  if (contact.externalId === null) throw new Error(`Contact ${contact.id} has been erased.`)
  const seed = split.seed ?? `${journey}:${split.node}`
  const { arm, bucket } = assignArm(split.arms, seed, contact.externalId)
  const { rows } = await sql<{ arm: string; bucket: number }>`
    with kept as (
      select arm, bucket from assignment
      where journey_id = ${journey}::uuid and seed = ${seed} and contact_id = ${contact.id}::uuid
        and arm = any(${split.arms.map(({ port }) => port)}::text[])
    ),
    given as (
      insert into assignment (journey_id, seed, contact_id, arm, bucket, at)
      select ${journey}::uuid, ${seed}, ${contact.id}::uuid, ${arm.port}, ${bucket}::int4, ${contact.now}::timestamptz
      where not exists (select from kept)
      on conflict (journey_id, seed, contact_id) do update
        set arm = excluded.arm, bucket = excluded.bucket, at = excluded.at
      returning arm, bucket
    )
    select arm, bucket from kept union all select arm, bucket from given`.execute(tx)
  const row = rows[0]
  if (row === undefined) throw new Error(`Contact ${contact.id} was given no arm of ${split.node}.`)
  return { port: row.arm, reads: { bucket: row.bucket } }
}
