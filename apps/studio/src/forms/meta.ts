import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import type { Meta } from '../api/meta.ts'

const nothing: Meta = { channels: [], eventTypes: [], attributes: [], coupons: [] }

/** What the installation offers to forms and to the check, and whether it is known yet. */
export function useMeta(): Meta & { readonly known: boolean } {
  const { data } = useQuery({ queryKey: keys.meta, queryFn: api.meta.find, staleTime: 10_000 })
  return { ...(data ?? nothing), known: data !== undefined }
}
