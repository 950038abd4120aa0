import { QueryClient } from '@tanstack/react-query'
import { Problem } from '../api/problem.ts'

/** What the caller got wrong stays wrong: only silence and faults of the server are worth another try. */
function worthRetrying(count: number, error: Error): boolean {
  if (error instanceof Problem && error.status > 0 && error.status < 500) return false
  return count < 2
}

/** All server state of the studio. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2_000, retry: worthRetrying, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
})

/** How often live figures are asked for, in ms; react-query stops while the page is hidden. */
export const LIVE = 3_000
