import { isJsonObject } from '../api/page.ts'
import { usePick } from '../app/i18n.ts'
import { useCatalogue } from './catalogue.ts'
import type { DrawnNode, FindDrawn } from './drawn-nodes.ts'
import { nodeFace } from './node-face.ts'

/** Where a step was taken. */
export interface StepPlace {
  readonly journey: string
  readonly version: number
  readonly node: string
  readonly kind?: string
}

/** Names nodes and ports as the drawing does, with the catalogue's own words where it is silent. */
export function useNodeWords(drawn: FindDrawn) {
  const findNode = useCatalogue()
  const pick = usePick()
  const find = (place: StepPlace): DrawnNode | undefined => drawn(place.journey, place.version, place.node)
  const title = (place: StepPlace): string => {
    const node = find(place)
    if (node?.title) return node.title
    const face = nodeFace(node?.kind ?? place.kind ?? '')
    return face ? pick(face.title) : place.node
  }
  const port = (place: StepPlace, id: string): string => {
    const node = find(place)
    const info = findNode(node?.kind ?? place.kind ?? '')
      ?.portsOf(configOf(node))
      .find((one) => one.id === id)
    return info ? pick(info.label) : id
  }
  return { find, title, port }
}

/** Definitions read a config defensively, but want an object. */
function configOf(node: DrawnNode | undefined): Record<string, unknown> {
  return isJsonObject(node?.config) ? { ...node.config } : {}
}
