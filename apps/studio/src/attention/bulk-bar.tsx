import type { Remedy } from '../api/enrolments.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { exact } from '../ui/format-number.ts'
import { attentionTexts } from './texts.ts'

interface Props {
  readonly ids: readonly string[]
  readonly busy: boolean
  readonly run: (ids: readonly string[], remedy: Remedy) => void
}

/** What can be done with all that are chosen. */
export function BulkBar({ ids, busy, run }: Props) {
  const t = useText(attentionTexts)
  const language = useLanguage()
  const none = ids.length === 0
  return (
    <div className="bulk-bar">
      <Action icon="retry" size="small" disabled={none} loading={busy} onClick={() => run(ids, 'retry')}>
        {t('retry')}
      </Action>
      <Action icon="skip" size="small" disabled={none || busy} onClick={() => run(ids, 'skip')}>
        {t('skip')}
      </Action>
      <Action
        icon="exit"
        size="small"
        danger={!none}
        disabled={none || busy}
        onClick={() => run(ids, 'exit')}
      >
        {t('exit')}
      </Action>
      <span className="tertiary small">{t('selected', { shown: exact(ids.length, language) })}</span>
    </div>
  )
}
