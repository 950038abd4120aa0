import { Problem } from '../api/problem.ts'
import { useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { Action } from './action.tsx'
import { useProblemText } from './problem-text.ts'
import './states.css'
import { uiTexts } from './texts.ts'
import { TokenForm } from './token-form.tsx'

/** Something could not be read: what, why, what is safe, and another try. */
export function ErrorState({ what, error, retry }: { what: string; error: unknown; retry: () => void }) {
  const t = useText(uiTexts)
  const lines = useProblemText()
  const gone = error instanceof Problem && error.status === 404
  const locked = error instanceof Problem && error.status === 401
  return (
    <section className="error-state" role="alert">
      <h2>
        <Icon name="error" />
        {gone ? lines(error).join(' ') : t('failed', { what })}
      </h2>
      <p>{gone ? t('notThere') : `${lines(error).join(' ')} ${locked ? '' : t('safe')}`}</p>
      {locked ? <TokenForm onKept={retry} /> : null}
      {locked || gone ? null : (
        <div className="actions">
          <Action icon="retry" onClick={retry}>
            {t('retry')}
          </Action>
        </div>
      )}
    </section>
  )
}
