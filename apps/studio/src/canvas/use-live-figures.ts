import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import type { Editor } from './context.ts'
import type { JourneyStatus } from './use-publishing.ts'

const EVERY = 2_000

/** Asks for the counts every two seconds while the page is seen and a version is out; the last ones stay when it fails. */
export function useLiveFigures({ editor, live }: Editor, { id, state, version }: JourneyStatus): void {
  const { data } = useQuery({
    queryKey: keys.journeyCounts(id),
    queryFn: () => api.journeys.counts(id),
    refetchInterval: EVERY,
    enabled: version !== null,
  })
  useEffect(() => {
    if (data === undefined) return
    const entry = editor.getState().document.nodes.find((node) => node.kind === 'entry')?.id
    live.getState().setCounts(data.nodes, entry)
  }, [data, editor, live])
  useEffect(() => live.getState().setPaused(state === 'paused'), [state, live])
}
