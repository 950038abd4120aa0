import { Link, useNavigate } from 'react-router'
import type { ContactRow } from '../api/contacts.ts'
import { useText } from '../app/i18n.ts'
import { Figure } from '../ui/figure.tsx'
import { useJsonText } from '../ui/json-text.ts'
import '../ui/table.css'
import { Tag } from '../ui/tag.tsx'
import { Time } from '../ui/time.tsx'
import { useRowCursor } from '../ui/use-row-cursor.ts'
import { contactAddress } from './contact-address.ts'
import { contactName, otherAttributes } from './contact-name.ts'
import { contactsTexts } from './texts.ts'

const TAGS = 3

function Tags({ tags }: { tags: readonly string[] }) {
  const rest = tags.length - TAGS
  return (
    <span className="tag-row" title={tags.join(' · ')}>
      {tags.slice(0, TAGS).map((tag) => (
        <Tag key={tag}>{tag}</Tag>
      ))}
      {rest > 0 ? <span className="tertiary small">+{rest}</span> : null}
    </span>
  )
}

/** Contacts, one two-line row each. */
export function ContactTable({ rows }: { rows: readonly ContactRow[] }) {
  const t = useText(contactsTexts)
  const words = useJsonText()
  const navigate = useNavigate()
  const open = (id: string) => {
    void navigate(contactAddress(id))
  }
  const current = useRowCursor(
    rows.map((row) => row.id),
    open,
  )
  return (
    <table className="table two-line">
      <thead>
        <tr>
          <th className="fill">{t('columnContact')}</th>
          <th>{t('columnTags')}</th>
          <th className="right">{t('columnPoints')}</th>
          <th>{t('columnZone')}</th>
          <th className="right">{t('columnCreated')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const attributes = otherAttributes(row.attributes).map(([key, value]) => `${key} ${words(value)}`)
          const summary = [row.id, ...attributes].join(' · ')
          return (
            <tr
              key={row.id}
              className={row.id === current ? 'opens current' : 'opens'}
              aria-current={row.id === current}
              onClick={(event) => {
                if (event.target instanceof Element && !event.target.closest('a')) open(row.id)
              }}
            >
              <td className="fill">
                <div className="name">
                  <Link to={contactAddress(row.id)}>{contactName(row)}</Link>
                </div>
                <div className="summary" title={summary}>
                  {summary}
                </div>
              </td>
              <td>
                <Tags tags={row.tags} />
              </td>
              <td className="right">
                <Figure value={row.points} />
              </td>
              <td className="secondary">{row.timeZone ?? <span className="tertiary">—</span>}</td>
              <td className="right secondary">
                <Time at={row.createdAt} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
