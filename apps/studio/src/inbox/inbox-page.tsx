import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import type { Delivery } from '../api/deliveries.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { MoreFoot } from '../ui/more-foot.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { usePages } from '../ui/use-pages.ts'
import { type Filter, InboxFilter, noFilter } from './inbox-filter.tsx'
import './inbox.css'
import { MessageTable } from './message-table.tsx'
import { Preview } from './preview.tsx'
import { inboxTexts } from './texts.ts'

/** Messages of the built-in channel, newest first, with a look at each. */
export function InboxPage() {
  const t = useText(inboxTexts)
  const navigate = useNavigate()
  const [filter, setFilter] = useState(noFilter)
  const [current, setCurrent] = useState<string>()
  const asked = useDebounced(filter)
  const journeys = useQuery({ queryKey: keys.journeys, queryFn: api.journeys.list })
  const names = new Map(journeys.data?.items.map(({ id, name }) => [id, name]))
  const query = usePages<Delivery>({
    key: [...keys.deliveries, 'inbox', asked],
    read: (cursor) =>
      api.deliveries.list({ channel: 'inbox', limit: 50, ...given(asked), ...(cursor ? { cursor } : {}) }),
    live: true,
  })
  const filtered = Object.keys(given(asked)).length > 0
  const none = query.data?.length === 0 && !filtered
  const shown = query.data?.find(({ id }) => id === current) ?? query.data?.[0]
  return (
    <div className="inbox">
      <PageHeader title={t('title')}>
        {none ? null : (
          <InboxFilter filter={filter} change={setFilter} journeys={journeys.data?.items ?? []} />
        )}
      </PageHeader>
      <div className="page-body">
        <Loaded query={query} what={t('what')}>
          {(rows) => {
            if (none) {
              return (
                <Empty title={t('emptyTitle')} text={t('emptyText')}>
                  <Action icon="journey" type="primary" onClick={() => void navigate('/journeys')}>
                    {t('toJourneys')}
                  </Action>
                </Empty>
              )
            }
            if (rows.length === 0) {
              return (
                <Empty title={t('nothingFound')} text={t('nothingFoundText')}>
                  <Action onClick={() => setFilter(noFilter)}>{t('clear')}</Action>
                </Empty>
              )
            }
            return (
              <div className="split">
                <div>
                  <MessageTable rows={rows} current={shown?.id} names={names} open={setCurrent} />
                  <MoreFoot pages={query} text={(count) => t('shown', { shown: count })} />
                </div>
                <Preview delivery={shown} journeyName={shown ? names.get(shown.journey) : undefined} />
              </div>
            )
          }}
        </Loaded>
      </div>
    </div>
  )
}

function given({ contact, journey, state }: Filter) {
  return {
    ...(contact.trim() ? { contact: contact.trim() } : {}),
    ...(journey ? { journey } : {}),
    ...(state ? { state } : {}),
  }
}
