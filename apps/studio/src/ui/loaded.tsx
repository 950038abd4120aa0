import type { ReactNode } from 'react'
import { useLanguage, useText } from '../app/i18n.ts'
import { Action } from './action.tsx'
import { ErrorState } from './error-state.tsx'
import { clock } from './format-time.ts'
import { Skeleton } from './skeleton.tsx'
import './states.css'
import { uiTexts } from './texts.ts'

/** As much of a react-query result as this needs. */
export interface Loading<Data> {
  readonly data: Data | undefined
  readonly error: unknown
  readonly dataUpdatedAt: number
  readonly refetch: () => unknown
}

interface Props<Data> {
  readonly query: Loading<Data>
  /** What is being read, as it stands in "could not load …". */
  readonly what: string
  readonly skeleton?: ReactNode
  /** Class around whatever is not the content, where the content brings its own margins. */
  readonly wrap?: string
  readonly children: (data: Data) => ReactNode
}

/** Shows what a query brings; old content stays, with its time, when it cannot be refreshed. */
export function Loaded<Data>({ query, what, skeleton = <Skeleton />, wrap, children }: Props<Data>) {
  const t = useText(uiTexts)
  const language = useLanguage()
  const retry = () => {
    void query.refetch()
  }
  if (query.data === undefined) {
    const state = query.error ? <ErrorState what={what} error={query.error} retry={retry} /> : skeleton
    return wrap ? <div className={wrap}>{state}</div> : state
  }
  return (
    <>
      {query.error ? (
        <div className="stale-note" role="status">
          <span className="grow">
            {t('stale', { time: clock(new Date(query.dataUpdatedAt), { language }) })}
          </span>
          <Action size="small" onClick={retry}>
            {t('retry')}
          </Action>
        </div>
      ) : null}
      {children(query.data)}
    </>
  )
}
