import { firstAnswer, loadFacts } from '@millrace/audience'
import type { Tx } from '@millrace/database'
import { performEffect } from '@millrace/nodes/effects'
import type { Act, Answer, Cursor, Facts, Host, Json, Leg, Outcome, Split } from '@millrace/program'
import { sql } from 'kysely'
import { BlockScope } from '../services/block-scope.ts'
import { bindServices } from '../services/services.ts'
import { keepArm } from './keep-arm.ts'
import type { BlockState } from './load-block.ts'
import type { BlockContact } from './lock-block.ts'
import { isTransient } from './transient.ts'
import type { BlockWrites } from './writes.ts'

/** What a block runs on. */
export interface BlockSetting {
  readonly tx: Tx
  readonly contact: BlockContact
  readonly state: BlockState
  readonly zone: string
  /** Whether an effect that throws is undone by itself and needs attention, instead of undoing the block. */
  readonly guarded: boolean
}

/** The interpreter's host on PostgreSQL, inside the block's transaction. */
export class BlockHost implements Host {
  readonly #scope: BlockScope
  readonly #guarded: boolean

  constructor(setting: BlockSetting) {
    this.#scope = new BlockScope(setting)
    this.#guarded = setting.guarded
  }

  get now(): number {
    return this.#scope.now.getTime()
  }

  get zone(): string {
    return this.#scope.zone
  }

  /** What is still to be written. */
  get writes(): BlockWrites {
    return this.#scope.writes
  }

  attribute(name: string): Json | undefined {
    const { attributes } = this.#scope.contact
    return Object.hasOwn(attributes, name) ? attributes[name] : undefined
  }

  facts(types: readonly string[], seq: number | null): Promise<Facts> {
    return loadFacts(this.#scope.tx, this.#seen(), { types, seq, now: this.now, zone: this.zone })
  }

  async perform(
    act: Act,
    { turn, step }: { turn: number; step: number },
    seq: number | null,
  ): Promise<Outcome> {
    const key = `${this.#scope.state.id}/${turn}/${step}`
    const effect = () => performEffect(act, bindServices(this.#scope, { node: act.node, key, seq }))
    return this.#guarded ? this.#guard(effect) : effect()
  }

  arm(split: Split): Promise<{ port: string; reads: Json }> {
    const { tx, contact, state } = this.#scope
    return keepArm(tx, { split, contact, journey: state.journeyId })
  }

  answer(legs: readonly Leg[], cursor: Cursor): Promise<Answer | null> {
    const { tx, contact, zone } = this.#scope
    return firstAnswer(tx, { contact: { ...this.#seen(), last_seq: contact.lastSeq }, zone, legs, cursor })
  }

  /** The contact as the block has made it so far. */
  #seen() {
    const { contact, tags, points } = this.#scope
    return { id: contact.id, attributes: contact.attributes, tags: [...tags], points }
  }

  async #guard(effect: () => Promise<Outcome>): Promise<Outcome> {
    const { tx } = this.#scope
    const restore = this.#scope.remember()
    await sql`savepoint effect`.execute(tx)
    try {
      const outcome = await effect()
      await sql`release savepoint effect`.execute(tx)
      return outcome
    } catch (error) {
      if (isTransient(error)) throw error
      await sql`rollback to savepoint effect`.execute(tx)
      restore()
      return { attention: INTERNAL_ERROR }
    }
  }
}

/** What operators read of an effect that threw again and again. */
export const INTERNAL_ERROR = {
  code: 'internal-error',
  message: {
    zh: '系统内部出错，这一步没有执行。请重试或跳过；若一再出现，请把日志交给工程师。',
    en: 'Something in Millrace failed, so this step did not run. Retry or skip it; if it keeps failing, give the log to an engineer.',
  },
}
