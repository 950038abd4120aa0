import { Link } from 'react-router'
import type { Delivery } from '../api/deliveries.ts'
import { useText } from '../app/i18n.ts'
import { contactAddress } from '../contacts/contact-address.ts'
import { DeliveryTag } from '../ui/state-tag.tsx'
import '../ui/table.css'
import { Time } from '../ui/time.tsx'
import { useShortcuts } from '../ui/use-shortcuts.ts'
import { inboxTexts } from './texts.ts'

interface Props {
  readonly rows: readonly Delivery[]
  readonly current: string | undefined
  /** Journeys' names: what a message without a title is called by. */
  readonly names: ReadonlyMap<string, string>
  readonly open: (id: string) => void
}

/** Messages, one two-line row each; the arrow keys go through them. */
export function MessageTable({ rows, current, names, open }: Props) {
  const t = useText(inboxTexts)
  const index = rows.findIndex(({ id }) => id === current)
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row) open(row.id)
  }
  useShortcuts({ arrowdown: () => go(index + 1), arrowup: () => go(index - 1) })
  return (
    <table className="table two-line">
      <thead>
        <tr>
          <th className="fill">{t('columnMessage')}</th>
          <th>{t('columnContact')}</th>
          <th>{t('columnState')}</th>
          <th className="right">{t('columnTime')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            className={row.id === current ? 'opens current' : 'opens'}
            aria-current={row.id === current}
            onClick={() => open(row.id)}
          >
            <td className="fill">
              <button type="button" className="message-open" onClick={() => open(row.id)}>
                <span className="name">{row.title || names.get(row.journey) || row.id}</span>
                <span className="summary">{row.text ?? t('erasedText')}</span>
              </button>
            </td>
            <td>
              {row.contact === null ? (
                <span className="tertiary">{t('erasedContact')}</span>
              ) : (
                <Link className="mono" to={contactAddress(row.contact)}>
                  {row.contact}
                </Link>
              )}
            </td>
            <td>
              <DeliveryTag state={row.state} />
            </td>
            <td className="right secondary">
              <Time at={row.at} form="day-and-time" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
