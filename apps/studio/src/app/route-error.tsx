import { Button } from 'antd'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { useText } from './i18n.ts'
import { shellTexts } from './shell-texts.ts'
import './shell.css'

/** What is shown for an unknown address and for a page that threw. */
export function RouteError() {
  const t = useText(shellTexts)
  const error = useRouteError()
  const missing = !error || (isRouteErrorResponse(error) && error.status === 404)
  return (
    <main className="route-error">
      <h1>{t(missing ? 'notFound' : 'broken')}</h1>
      <p>{t(missing ? 'notFoundHelp' : 'brokenHelp')}</p>
      <div>
        {missing ? null : (
          <Button type="primary" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        )}
        <Link to="/journeys">{t('toJourneys')}</Link>
      </div>
    </main>
  )
}
