import { Outlet } from 'react-router'
import { useText } from './i18n.ts'
import './shell.css'
import { shellTexts } from './shell-texts.ts'
import { Sidebar } from './sidebar.tsx'

/** The frame of every page but the editor. */
export function Shell() {
  const t = useText(shellTexts)
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <Sidebar />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
