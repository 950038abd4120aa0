import type { Edge, Journey } from '@millrace/graph'
import { findNode, portsOf } from '@millrace/nodes'
import type { Json } from '@millrace/program'
import fc from 'fast-check'
import { CONFIGS, ENTRY, WORDS } from './configs.ts'

/** How often each kind comes, of 20. */
const SHARES: readonly (readonly [keyof typeof CONFIGS, number])[] = [
  ['send-message', 4],
  ['grant-coupon', 2],
  ['award-points', 2],
  ['set-tag', 1],
  ['delay', 3],
  ['wait-for-event', 4],
  ['branch', 2],
  ['split', 1],
  ['exit', 1],
]

interface Spec {
  readonly kind: string
  readonly config: { readonly [key: string]: Json }
}

const spec: fc.Arbitrary<Spec> = fc.oneof(
  ...SHARES.map(([kind, weight]) => ({
    // What JSON cannot hold is not among these configs.
    arbitrary: CONFIGS[kind].map((config): Spec => ({ kind, config: config as Spec['config'] })),
    weight,
  })),
)

const reentry: fc.Arbitrary<Journey['settings']['reentry']> = fc.constantFrom(
  { mode: 'never' },
  { mode: 'always' },
  { mode: 'after-exit' },
  { mode: 'after-exit', coolDown: 'P1D' },
)

/** Draws that decide where ports lead, as shares of 10,000. */
const draws = fc.array(fc.nat(9_999), { minLength: 80, maxLength: 80 })

/** Journeys that compile: up to a dozen nodes, paths that part and merge, loops that go through a wait. */
export const journeys: fc.Arbitrary<Journey> = fc
  .record({
    entry: ENTRY,
    specs: fc.array(spec, { minLength: 1, maxLength: 12 }),
    draws,
    reentry,
    zone: fc.constantFrom(...WORDS.zones),
  })
  .map(({ entry, specs, draws: luck, reentry: again, zone }) => {
    // As above: these configs hold nothing but JSON.
    const all: Spec[] = [{ kind: 'entry', config: entry as Spec['config'] }, ...specs]
    const nodes = all.map(({ kind, config }, index) => ({
      id: idOf(index),
      kind,
      config: { ...config },
      position: { x: 0, y: index },
    }))
    const turn = luck.values()
    const edges = nodes.flatMap(({ kind, config }, index) =>
      portsOf({ kind, config }).flatMap(({ id }) => {
        const to = target({ kind, index, last: all.length - 1, draw: turn.next().value ?? 0 })
        return to === null ? [] : [{ from: idOf(index), port: id, to: idOf(to) } satisfies Edge]
      }),
    )
    return {
      format: 'millrace.journey/1',
      name: '随机',
      timeZone: zone,
      settings: { reentry: again },
      nodes,
      edges,
      notes: [],
    }
  })

function idOf(index: number): string {
  return index === 0 ? 'in' : `n${index}`
}

/** Mostly one of the next three nodes, sometimes none; back only from a wait, so that every loop holds one. */
function target({
  kind,
  index,
  last,
  draw,
}: {
  kind: string
  index: number
  last: number
  draw: number
}): number | null {
  const first = index === 0
  if (!first && draw < 1_000) return null
  if (!first && draw < 2_000 && findNode(kind)?.waits) return 1 + (draw % index)
  const to = index + 1 + (draw % 7 < 4 ? 0 : draw % 3)
  return to > last ? null : to
}
