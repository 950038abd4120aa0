import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { canvasTexts } from './i18n.ts'
import { JourneyEditor } from './journey-editor.tsx'

/** The editor of one journey; a journey that cannot be read says so and can be tried again. */
export function EditorPage() {
  const { id = '' } = useParams()
  const t = useText(canvasTexts)
  const { data, error, refetch } = useQuery({
    queryKey: keys.journey(id),
    queryFn: () => api.journeys.find(id),
    // The editor saves by itself; asking again while somebody draws serves its state and version alone.
    refetchInterval: 10_000,
  })
  if (data !== undefined) return <JourneyEditor key={id} id={id} detail={data} />
  if (error !== null) return <ErrorState what={t('journey')} error={error} retry={() => void refetch()} />
  return <Skeleton />
}
