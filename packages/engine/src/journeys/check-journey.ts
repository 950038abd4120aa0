import { type Compiled, compile } from '@millrace/compiler'
import type { Db, Tx } from '@millrace/database'
import type { Journey } from '@millrace/graph'
import { couponIds } from '@millrace/loyalty'
import { readJourney } from './journey-record.ts'

/** Which channels the installation can send by. */
export interface ChannelSet {
  readonly channels: ReadonlySet<string>
}

/** Compiles a drawing against what this installation offers. Throws a Fault `invalid-journey` for a wrong envelope. */
export async function checkJourney(db: Db, document: unknown, { channels }: ChannelSet): Promise<Compiled> {
  return compileHere(db, readJourney(document), { channels })
}

/** Compiles a parsed journey with the coupons that exist now. */
export async function compileHere(
  db: Db | Tx,
  journey: Journey,
  { channels }: ChannelSet,
): Promise<Compiled> {
  return compile(journey, { coupons: await couponIds(db), channels })
}
