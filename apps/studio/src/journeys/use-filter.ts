import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { JourneyRow, JourneyState } from '../api/journeys.ts'

/** Which journeys are shown. */
export type Shown = 'all' | JourneyState

/** The tabs in their order. */
export const tabs = ['all', 'active', 'draft', 'paused', 'archived'] as const satisfies readonly Shown[]

const inTab = (row: JourneyRow, shown: Shown) => (shown === 'all' ? true : row.state === shown)

/** The tab (kept in the address) and the search; `apply` leaves what fits both, by name and by the path in words. */
export function useFilter(summary: (path: JourneyRow['path']) => string) {
  const [params, setParams] = useSearchParams()
  const [search, setSearch] = useState('')
  const shown = tabs.find((tab) => tab === params.get('state')) ?? 'all'
  const words = search.trim().toLowerCase()
  return {
    shown,
    search,
    setSearch,
    setShown: (tab: Shown) => setParams(tab === 'all' ? {} : { state: tab }, { replace: true }),
    clear: () => {
      setSearch('')
      setParams({}, { replace: true })
    },
    count: (rows: readonly JourneyRow[], tab: Shown) => rows.filter((row) => inTab(row, tab)).length,
    apply: (rows: readonly JourneyRow[]) =>
      rows
        .filter((row) => inTab(row, shown))
        .filter((row) => `${row.name} ${summary(row.path)}`.toLowerCase().includes(words)),
  }
}
