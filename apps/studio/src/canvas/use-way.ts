import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/api.ts'
import type { TraceStep } from '../api/enrolments.ts'
import type { Editor } from './context.ts'
import { edgeId } from './document/parts.ts'
import type { Way } from './store/live-store.ts'

/** The nodes and ports that a trace went by. */
export function wayOf(trace: readonly Pick<TraceStep, 'node' | 'port'>[]): Way {
  return {
    nodes: new Set(trace.map(({ node }) => node)),
    edges: new Set(trace.flatMap(({ node, port }) => (port === null ? [] : [edgeId({ from: node, port })]))),
  }
}

/** Lights up the way of one enrolment, the node where it stands included. */
export function useWay({ editor, live }: Editor, enrolment: string | null): void {
  const { data } = useQuery({
    queryKey: ['enrolments', enrolment, 'trace'],
    queryFn: () => api.enrolments.trace(enrolment ?? ''),
    enabled: enrolment !== null,
    refetchInterval: 2_000,
  })
  useEffect(() => {
    if (enrolment === null || data === undefined) return live.getState().setWay(null)
    const { nodes, edges } = wayOf(data.items)
    const reached = editor
      .getState()
      .document.edges.filter((edge) => edges.has(edgeId(edge)))
      .map((edge) => edge.to)
    live.getState().setWay({ nodes: new Set([...nodes, ...reached]), edges })
  }, [data, enrolment, editor, live])
}
