import { type ReactNode, useState } from 'react'
import { Icon } from '../icons/icon.tsx'
import { Time } from '../ui/time.tsx'
import { Mark, type MarkFamily } from './mark.tsx'

interface Props {
  readonly at: string
  readonly zone: string | undefined
  readonly family: MarkFamily
  readonly icon: string
  readonly title: string
  readonly summary?: string | undefined
  readonly aside?: ReactNode
  /** What unfolds, and the word that says so. */
  readonly more?: { readonly word: string; readonly content: () => ReactNode } | undefined
}

/** One line of a story, which may unfold. */
export function HappeningRow({ at, zone, family, icon, title, summary, aside, more }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <li className={open ? 'happening open' : 'happening'}>
      <span className="time">
        <Time at={at} zone={zone} form="clock" />
      </span>
      <Mark family={family} icon={icon} />
      <div className="what">
        <div className="line">
          <span className="title">{title}</span>
          <span className="summary" title={summary}>
            {summary}
          </span>
          {aside ? <span className="aside">{aside}</span> : null}
          {more ? (
            <button type="button" className="unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
              {more.word}
              <Icon name={open ? 'chevron-down' : 'chevron-right'} size={12} />
            </button>
          ) : null}
        </div>
        {open && more ? <div className="more">{more.content()}</div> : null}
      </div>
    </li>
  )
}
