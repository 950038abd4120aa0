import type { AnyNode } from '@millrace/nodes'
import { useQuery } from '@tanstack/react-query'

/** Finds what the catalogue knows of a kind; nothing while it is still being loaded. */
export type FindNode = (kind: string) => AnyNode | undefined

const unknown: FindNode = () => undefined

/** The node catalogue, fetched apart from the pages: schemas weigh more than a list needs to show itself. */
export function useCatalogue(): FindNode {
  const { data } = useQuery({
    queryKey: ['catalogue'],
    queryFn: async (): Promise<FindNode> => {
      const { findNode } = await import('@millrace/nodes')
      return (kind) => findNode(kind) ?? undefined
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
  return data ?? unknown
}
