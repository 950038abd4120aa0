import { awardPoints } from './award-points/definition.ts'
import { branch } from './branch/definition.ts'
import { byKind } from './by-kind.ts'
import type { AnyNode } from './define-node.ts'
import { delay } from './delay/definition.ts'
import { entry } from './entry/definition.ts'
import { exit } from './exit/definition.ts'
import { grantCoupon } from './grant-coupon/definition.ts'
import { sendMessage } from './send-message/definition.ts'
import { setTag } from './set-tag/definition.ts'
import { split } from './split/definition.ts'
import { waitForEvent } from './wait-for-event/definition.ts'

const actions = byKind(sendMessage, grantCoupon, awardPoints, setTag)
const controls = byKind(entry, waitForEvent, delay, branch, split, exit)

/** Nodes that have an effect. */
export type ActionKind = keyof typeof actions

/** Every node there is. */
export type NodeKind = ActionKind | keyof typeof controls

/** All definitions, in the order of the palette within each family. */
export const catalogue: Readonly<Record<NodeKind, AnyNode>> = { ...actions, ...controls }

/** The definition of a kind that may be unknown. */
export function findNode(kind: string): AnyNode | undefined {
  // `hasOwn` has just shown that it is one of the kinds.
  return Object.hasOwn(catalogue, kind) ? catalogue[kind as NodeKind] : undefined
}
