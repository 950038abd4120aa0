import { useQuery } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api } from '../api/api.ts'
import type { EnrolmentRow, Remedy } from '../api/enrolments.ts'
import { keys } from '../api/keys.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { Empty } from '../ui/empty.tsx'
import { exact } from '../ui/format-number.ts'
import { Loaded } from '../ui/loaded.tsx'
import { MoreFoot } from '../ui/more-foot.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useProblemText } from '../ui/problem-text.ts'
import { usePages } from '../ui/use-pages.ts'
import './attention.css'
import { AttentionTable } from './attention-table.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { attentionTexts } from './texts.ts'
import { useRemedy } from './use-remedy.ts'

const remedies = ['retry', 'skip', 'exit'] as const

/** Everybody who stands at a node that failed, with what can be done about it. */
export function AttentionPage() {
  const t = useText(attentionTexts)
  const language = useLanguage()
  const problem = useProblemText()
  const navigate = useNavigate()
  const { modal } = App.useApp()
  const [params, setParams] = useSearchParams()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const journey = params.get('journey') ?? undefined
  const journeys = useQuery({ queryKey: keys.journeys, queryFn: api.journeys.list })
  const query = usePages<EnrolmentRow>({
    key: [...keys.enrolments, 'needs-attention', journey ?? ''],
    read: (cursor) =>
      api.enrolments.list({
        state: 'needs-attention',
        limit: 50,
        ...(journey ? { journey } : {}),
        ...(cursor ? { cursor } : {}),
      }),
    live: true,
  })
  const remedy = useRemedy()
  const run = (ids: readonly string[], how: Remedy) => {
    const act = () => remedy.mutate({ ids, remedy: how }, { onSettled: () => setChosen(new Set()) })
    if (how !== 'exit') return act()
    modal.confirm({
      icon: null,
      title: t('exitTitle', { count: ids.length, shown: exact(ids.length, language) }),
      content: t('exitMeans'),
      okText: t('exit'),
      okButtonProps: { danger: true },
      onOk: act,
    })
  }
  // Who has been dealt with is gone from the list, and from what is chosen.
  const shown = new Set(query.data?.map(({ id }) => id))
  const selection = new Set([...chosen].filter((id) => shown.has(id)))
  const result = remedy.data
  return (
    <div className="attention">
      <PageHeader title={t('title')}>
        {query.data?.length === 0 && !journey ? null : (
          <Select
            aria-label={t('journey')}
            style={{ width: 220 }}
            value={journey ?? ''}
            options={[
              { value: '', label: t('allJourneys') },
              ...(journeys.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => setParams(id ? { journey: id } : {}, { replace: true })}
          />
        )}
      </PageHeader>
      <div className="page-body">
        <Loaded query={query} what={t('what')}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                <Action icon="journey" onClick={() => void navigate('/journeys')}>
                  {t('toJourneys')}
                </Action>
              </Empty>
            ) : (
              <>
                <p className="secondary">{t('intro')}</p>
                <dl className="remedies">
                  {remedies.map((how) => (
                    <div key={how}>
                      <dt>{t(how)}</dt>
                      <dd>{t(`${how}Means`)}</dd>
                    </div>
                  ))}
                </dl>
                {result && result.failures.length > 0 ? (
                  <p className="problem" role="alert">
                    {t('someFailed', {
                      done: exact(result.done, language),
                      failed: exact(result.failures.length, language),
                      reason: problem(result.failures[0]).join(' '),
                    })}
                  </p>
                ) : null}
                <BulkBar ids={[...selection]} busy={remedy.isPending} run={run} />
                <AttentionTable
                  rows={rows}
                  chosen={selection}
                  choose={setChosen}
                  busy={remedy.isPending}
                  run={run}
                />
                <MoreFoot pages={query} text={(count) => t('shown', { shown: count })} />
              </>
            )
          }
        </Loaded>
      </div>
    </div>
  )
}
