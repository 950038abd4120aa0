import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import type { JourneyRow } from '../api/journeys.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { LIVE } from '../app/query-client.ts'
import { Action } from '../ui/action.tsx'
import { Choice } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Figure } from '../ui/figure.tsx'
import { Key } from '../ui/key.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { JourneyTable } from './journey-table.tsx'
import './journeys.css'
import { NewJourney } from './new-journey.tsx'
import { usePathSummary } from './path-summary.ts'
import { journeysTexts } from './texts.ts'
import { tabs, useFilter } from './use-filter.ts'

function Foot({ shown, total }: { shown: number; total: number }) {
  const t = useText(journeysTexts)
  return (
    <div className="table-foot">
      <span className="grow">{t('shown', { shown, total })}</span>
      <span className="keys">
        <Key>↑</Key> <Key>↓</Key> {t('select')}
      </span>
      <span className="keys">
        <Key>Enter</Key> {t('open')}
      </span>
      <span className="keys">
        <Key>N</Key> {t('new')}
      </span>
    </div>
  )
}

/** All journeys, with their state and figures. */
export function JourneysPage() {
  const t = useText(journeysTexts)
  const summary = usePathSummary()
  const filter = useFilter(summary)
  const [naming, setNaming] = useState(false)
  const query = useQuery({ queryKey: keys.journeys, queryFn: api.journeys.list, refetchInterval: LIVE })
  const create = () => setNaming(true)
  useShortcuts({ n: create })
  const all = query.data?.items ?? []
  const none = query.data?.items.length === 0
  const options = tabs.map((value) => ({
    value,
    label: t(value),
    ...(all.length > 0 ? { count: <Figure value={filter.count(all, value)} /> } : {}),
  }))
  const list = (rows: readonly JourneyRow[], total: number) =>
    rows.length === 0 ? (
      <Empty title={t('nothingFound')} text={t('nothingFoundText')}>
        <Action onClick={filter.clear}>{t('showAll')}</Action>
      </Empty>
    ) : (
      <>
        <JourneyTable rows={rows} summary={summary} />
        <Foot shown={rows.length} total={total} />
      </>
    )
  return (
    <div className="journeys">
      <PageHeader title={t('title')}>
        {none ? null : (
          <Action type="primary" icon="plus" onClick={create}>
            {t('create')}
          </Action>
        )}
      </PageHeader>
      <div className="page-bar">
        <Choice
          look="tabs"
          label={t('byState')}
          value={filter.shown}
          options={options}
          onChange={filter.setShown}
        />
        <span className="grow" />
        {none ? null : <SearchField label={t('search')} value={filter.search} onChange={filter.setSearch} />}
      </div>
      <div className="page-body">
        <Loaded query={query} what={t('what')}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                <Action type="primary" icon="plus" onClick={create}>
                  {t('blank')}
                </Action>
              </Empty>
            ) : (
              list(filter.apply(items), items.length)
            )
          }
        </Loaded>
      </div>
      {naming ? <NewJourney open close={() => setNaming(false)} /> : null}
    </div>
  )
}
