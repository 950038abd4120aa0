import { useQueries } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import type { JourneyDocument } from '../api/journeys.ts'
import { keys } from '../api/keys.ts'
import { isJsonObject, type Json } from '../api/page.ts'

/** A drawn node, as far as a reader needs it. */
export interface DrawnNode {
  readonly id: string
  readonly kind: string
  readonly title: string | undefined
  readonly config: Json
}

function nodesOf(document: JourneyDocument): readonly DrawnNode[] {
  const { nodes } = document
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: Json) => {
    if (!isJsonObject(node) || typeof node.id !== 'string' || typeof node.kind !== 'string') return []
    const title = typeof node.title === 'string' && node.title !== '' ? node.title : undefined
    return [{ id: node.id, kind: node.kind, title, config: node.config ?? null }]
  })
}

/** Finds a node of a published version; nothing until the versions are there. */
export type FindDrawn = (journey: string, version: number, node: string) => DrawnNode | undefined

/** The nodes of every published version of these journeys: a trace is told by the version it ran on. */
export function useDrawnNodes(journeys: readonly string[]): FindDrawn {
  const ids = [...new Set(journeys)].sort()
  const results = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.journey(id), 'versions'],
      queryFn: () => api.journeys.versions(id),
      staleTime: 60_000,
    })),
  })
  const versions = new Map(
    ids.flatMap((id, index) =>
      (results[index]?.data?.items ?? []).map(
        ({ version, journey }) => [`${id} ${version}`, nodesOf(journey)] as const,
      ),
    ),
  )
  return (journey, version, node) => versions.get(`${journey} ${version}`)?.find(({ id }) => id === node)
}
