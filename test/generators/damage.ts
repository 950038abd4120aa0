import type { Journey } from '@millrace/graph'
import fc from 'fast-check'
import { journeys } from './journeys.ts'

type Damage = (journey: Journey) => Journey

const index = fc.nat(20)

function changeNode(at: number, change: (node: Journey['nodes'][number]) => object): Damage {
  return (journey) => ({
    ...journey,
    nodes: journey.nodes.map((node, place) =>
      place === at % journey.nodes.length ? { ...node, ...change(node) } : node,
    ),
  })
}

function addEdge(from: number, port: string, to: number | string): Damage {
  return (journey) => {
    const at = (place: number): string => journey.nodes[place % journey.nodes.length]?.id ?? 'in'
    const edge = { from: at(from), port, to: typeof to === 'string' ? to : at(to) }
    return { ...journey, edges: [...journey.edges, edge] }
  }
}

const port = fc.constantFrom(
  'next',
  'failed',
  'unavailable',
  'received',
  'timeout',
  'else',
  'a',
  'constructor',
  '',
)
// Only objects come out of this dictionary.
const config = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<Journey['nodes'][number]['config']>
const key = fc.constantFrom(
  'on',
  'for',
  'until',
  'event',
  'where',
  'timeout',
  'cases',
  'arms',
  'points',
  'text',
  'add',
  'coupon',
)

const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.tuple(index, config).map(([at, own]) => changeNode(at, () => ({ config: own }))),
  fc
    .tuple(index, key, fc.jsonValue())
    .map(([at, name, value]) => changeNode(at, (node) => ({ config: { ...node.config, [name]: value } }))),
  fc
    .tuple(index, fc.constantFrom('entry', 'teleport', 'constructor', 'exit'))
    .map(([at, kind]) => changeNode(at, () => ({ kind }))),
  fc
    .tuple(index, port, fc.oneof(index, fc.constantFrom('gone', 'in', '__proto__')))
    .map(([from, by, to]) => addEdge(from, by, to)),
  index.map(
    (at): Damage =>
      (journey) => ({ ...journey, nodes: journey.nodes.filter((_, place) => place !== at) }),
  ),
  index.map(
    (at): Damage =>
      (journey) => ({ ...journey, edges: journey.edges.filter((_, place) => place !== at) }),
  ),
)

/** Journeys with up to four slips; the envelope stays right, and some of them still compile. */
export const damagedJourneys: fc.Arbitrary<Journey> = fc
  .tuple(journeys, fc.array(damage, { minLength: 1, maxLength: 4 }))
  .map(([journey, slips]) => slips.reduce((drawn, slip) => slip(drawn), journey))
