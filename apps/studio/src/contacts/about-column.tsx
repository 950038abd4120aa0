import type { ContactDetail } from '../api/contacts.ts'
import { useText } from '../app/i18n.ts'
import { useJsonText } from '../ui/json-text.ts'
import { Tag } from '../ui/tag.tsx'
import { contactTexts } from './contact-texts.ts'

/** Tags and attributes. */
export function AboutColumn({ contact }: { contact: ContactDetail }) {
  const t = useText(contactTexts)
  const words = useJsonText()
  const attributes = Object.entries(contact.attributes)
  return (
    <aside className="about" aria-label={t('attributes')}>
      <h2>{t('tags')}</h2>
      {contact.tags.length === 0 ? <p className="tertiary small">{t('noTags')}</p> : null}
      <div className="tags">
        {contact.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </div>
      <h2>{t('attributes')}</h2>
      {attributes.length === 0 ? <p className="tertiary small">{t('noAttributes')}</p> : null}
      <dl>
        {attributes.map(([name, value]) => (
          <div key={name}>
            <dt title={name}>{name}</dt>
            <dd title={words(value)}>{words(value)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  )
}
