import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { Icon, type IconName } from '../icons/icon.tsx'
import { exact } from '../ui/format-number.ts'
import { useLanguage, useText } from './i18n.ts'
import { Logo } from './logo.tsx'
import { LIVE } from './query-client.ts'
import { shellTexts } from './shell-texts.ts'
import { Switches } from './switches.tsx'

interface Place {
  readonly to: string
  readonly icon: IconName
  readonly name: string
  readonly count?: number | undefined
  readonly alarming?: boolean
}

function Item({ to, icon, name, count, alarming = false }: Place) {
  const language = useLanguage()
  return (
    <li>
      <NavLink to={to} className={({ isActive }) => (isActive ? 'on' : '')}>
        <Icon name={icon} />
        <span>{name}</span>
        {count ? (
          <span className={alarming ? 'count alarming' : 'count'}>{exact(count, language)}</span>
        ) : null}
      </NavLink>
    </li>
  )
}

/** Where one can go: only what exists. */
export function Sidebar() {
  const t = useText(shellTexts)
  const { data } = useQuery({ queryKey: keys.journeys, queryFn: api.journeys.list, refetchInterval: LIVE })
  const open = data?.items.filter((row) => row.state !== 'archived')
  const attention = data?.items.reduce((sum, row) => sum + row.needsAttention, 0)
  return (
    <header className="sidebar">
      <div className="workspace">
        <Logo />
        <span>Millrace</span>
      </div>
      <nav aria-label={t('navigation')}>
        <ul>
          <Item to="/journeys" icon="journey" name={t('journeys')} count={open?.length} />
          <Item to="/attention" icon="warning" name={t('attention')} count={attention} alarming />
        </ul>
        <h2>{t('contactsGroup')}</h2>
        <ul>
          <Item to="/contacts" icon="contacts" name={t('contacts')} />
        </ul>
        <h2>{t('rewardsGroup')}</h2>
        <ul>
          <Item to="/coupons" icon="ticket" name={t('coupons')} />
        </ul>
        <h2>{t('reachGroup')}</h2>
        <ul>
          <Item to="/inbox" icon="inbox" name={t('inbox')} />
        </ul>
      </nav>
      <Switches />
    </header>
  )
}
