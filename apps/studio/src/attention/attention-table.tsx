import { Checkbox } from 'antd'
import { Link } from 'react-router'
import type { EnrolmentRow, Remedy } from '../api/enrolments.ts'
import { usePick, useText } from '../app/i18n.ts'
import { contactAddress } from '../contacts/contact-address.ts'
import { useDrawnNodes } from '../drawing/drawn-nodes.ts'
import { useNodeWords } from '../drawing/node-words.ts'
import { RowMenu } from '../ui/row-menu.tsx'
import '../ui/table.css'
import { Time } from '../ui/time.tsx'
import { attentionTexts } from './texts.ts'

interface Props {
  readonly rows: readonly EnrolmentRow[]
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: ReadonlySet<string>) => void
  readonly busy: boolean
  readonly run: (ids: readonly string[], remedy: Remedy) => void
}

const icons = { retry: 'retry', skip: 'skip', exit: 'exit' } as const

/** Each of them with its reason and where it stands. */
export function AttentionTable({ rows, chosen, choose, busy, run }: Props) {
  const t = useText(attentionTexts)
  const pick = usePick()
  const words = useNodeWords(useDrawnNodes(rows.map(({ journey }) => journey)))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    choose(next)
  }
  const all = rows.every(({ id }) => chosen.has(id))
  const actions = (id: string) =>
    (['retry', 'skip', 'exit'] as const).map((remedy) => ({
      key: remedy,
      label: t(remedy),
      icon: icons[remedy],
      danger: remedy === 'exit',
      act: () => {
        if (!busy) run([id], remedy)
      },
    }))
  return (
    <table className="table two-line">
      <thead>
        <tr>
          <th>
            <Checkbox
              aria-label={t('selectAll')}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => choose(all ? new Set() : new Set(rows.map(({ id }) => id)))}
            />
          </th>
          <th className="fill">{t('columnReason')}</th>
          <th>{t('columnContact')}</th>
          <th>{t('columnJourney')}</th>
          <th className="right">{t('columnEntered')}</th>
          <th>
            <span className="hidden-label">{t('columnActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const reason = row.reason ? pick(row.reason.message) : t('noReason')
          const contact = row.contact ?? t('erasedContact')
          const node = row.reason?.node ?? row.node
          return (
            <tr key={row.id} aria-selected={chosen.has(row.id)}>
              <td>
                <Checkbox
                  aria-label={t('selectOne', { contact })}
                  checked={chosen.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td className="fill" title={reason}>
                <div className="reason">{reason}</div>
              </td>
              <td>
                {row.contact === null ? (
                  <span className="tertiary">{contact}</span>
                ) : (
                  <Link className="mono" to={contactAddress(row.contact)}>
                    {row.contact}
                  </Link>
                )}
              </td>
              <td>
                <div className="name">
                  <Link to={`/journeys/${encodeURIComponent(row.journey)}`}>{row.journeyName}</Link>
                </div>
                <div className="summary">{node === null ? null : words.title({ ...row, node })}</div>
              </td>
              <td className="right secondary">
                <Time at={row.enteredAt} form="day-and-time" />
              </td>
              <td className="right">
                <RowMenu of={contact} actions={actions(row.id)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
