import { Link, useNavigate } from 'react-router'
import type { JourneyRow } from '../api/journeys.ts'
import { useText } from '../app/i18n.ts'
import { Figure } from '../ui/figure.tsx'
import { RowMenu } from '../ui/row-menu.tsx'
import { JourneyTag } from '../ui/state-tag.tsx'
import '../ui/table.css'
import { Tag } from '../ui/tag.tsx'
import { Time } from '../ui/time.tsx'
import { useRowCursor } from '../ui/use-row-cursor.ts'
import { journeysTexts } from './texts.ts'
import { useRowActions } from './use-row-actions.ts'

const address = (id: string) => `/journeys/${encodeURIComponent(id)}`

function Version({ row }: { row: JourneyRow }) {
  const t = useText(journeysTexts)
  if (row.version === null) return <span className="tertiary">—</span>
  return (
    <>
      <span className="secondary version">v{row.version}</span>
      {row.draft ? <Tag>{t('draftTagNext', { version: row.version + 1 })}</Tag> : null}
    </>
  )
}

/** What never ran has no figures. */
const known = (row: JourneyRow, value: number) => (row.version === null ? null : value)

interface Props {
  readonly rows: readonly JourneyRow[]
  readonly summary: (path: JourneyRow['path']) => string
}

/** The journeys, one two-line row each. */
export function JourneyTable({ rows, summary }: Props) {
  const t = useText(journeysTexts)
  const navigate = useNavigate()
  const actions = useRowActions()
  const open = (id: string) => {
    void navigate(address(id))
  }
  const current = useRowCursor(
    rows.map((row) => row.id),
    open,
  )
  return (
    <table className="table two-line">
      <thead>
        <tr>
          <th className="fill">{t('columnJourney')}</th>
          <th>{t('columnState')}</th>
          <th>{t('columnVersion')}</th>
          <th className="right">{t('columnEntered')}</th>
          <th className="right">{t('columnInFlight')}</th>
          <th className="right">{t('columnAttention')}</th>
          <th className="right">{t('columnEdited')}</th>
          <th>
            <span className="hidden-label">{t('columnActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            className={row.id === current ? 'opens current' : 'opens'}
            aria-current={row.id === current}
            onClick={(event) => {
              if (event.target instanceof Element && !event.target.closest('a, button')) open(row.id)
            }}
          >
            <td className="fill">
              <div className="name">
                <Link to={address(row.id)} title={row.name}>
                  {row.name}
                </Link>
              </div>
              <div className="summary" title={summary(row.path)}>
                {summary(row.path)}
              </div>
            </td>
            <td>
              <JourneyTag state={row.state} />
            </td>
            <td>
              <Version row={row} />
            </td>
            <td className="right">
              <Figure value={known(row, row.entered)} />
            </td>
            <td className="right">
              <Figure value={known(row, row.inFlight)} />
            </td>
            <td className="right">
              {row.needsAttention > 0 ? (
                <Link className="alarming" to={`/attention?journey=${encodeURIComponent(row.id)}`}>
                  <Figure value={row.needsAttention} />
                </Link>
              ) : (
                <Figure value={null} />
              )}
            </td>
            <td className="right secondary">
              <Time at={row.updatedAt} />
            </td>
            <td className="right">
              <RowMenu of={row.name} actions={actions(row)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
