import { useLanguage, useText } from '../app/i18n.ts'
import { Action } from './action.tsx'
import { exact } from './format-number.ts'
import './table.css'
import { uiTexts } from './texts.ts'

interface Props {
  readonly pages: {
    readonly data: readonly unknown[] | undefined
    readonly hasNext: boolean
    readonly fetching: boolean
    readonly fetchNext: () => void
  }
  /** Says how many are shown. */
  readonly text: (shown: string) => string
}

/** Under a list: how much of it is shown, and more of it. */
export function MoreFoot({ pages, text }: Props) {
  const t = useText(uiTexts)
  const language = useLanguage()
  return (
    <div className="table-foot">
      <span>{text(exact(pages.data?.length ?? 0, language))}</span>
      {pages.hasNext ? (
        <Action size="small" loading={pages.fetching} onClick={pages.fetchNext}>
          {t('loadMore')}
        </Action>
      ) : null}
    </div>
  )
}
