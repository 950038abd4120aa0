import type { Act, Outcome } from '@millrace/program'
import { awardPointsEffect } from './award-points/effect.ts'
import { byKind } from './by-kind.ts'
import { type ActionKind, findNode } from './catalogue.ts'
import { grantCouponEffect } from './grant-coupon/effect.ts'
import type { Effect } from './implement.ts'
import { sendMessageEffect } from './send-message/effect.ts'
import type { Services } from './services/index.ts'
import { setTagEffect } from './set-tag/effect.ts'

/** What each action does; the compiler names the one that is missing. */
export const effects = byKind(
  sendMessageEffect,
  grantCouponEffect,
  awardPointsEffect,
  setTagEffect,
) satisfies { [Kind in ActionKind]: Effect<Kind> }

/** Runs the effect of an act on one set of services; a config of an older version is upgraded first. */
export async function performEffect(
  { kind, config, configVersion }: Pick<Act, 'kind' | 'config' | 'configVersion'>,
  services: Services,
): Promise<Outcome> {
  const effect = findEffect(kind)
  const definition = findNode(kind)
  if (!effect || !definition) throw new Error(`No node of the kind ${kind} has an effect.`)
  const today =
    configVersion < definition.configVersion ? definition.upgrade?.(config, configVersion) : config
  return effect.run(today ?? config, services)
}

function findEffect(kind: string): Effect | undefined {
  // `hasOwn` has just shown that it is one of the kinds.
  return Object.hasOwn(effects, kind) ? effects[kind as ActionKind] : undefined
}
