import { useParams } from 'react-router'
import { useText } from '../app/i18n.ts'
import { Loaded } from '../ui/loaded.tsx'
import { AboutColumn } from './about-column.tsx'
import { ContactActions } from './contact-actions.tsx'
import { ContactHead } from './contact-head.tsx'
import './contact.css'
import { CrumbHeader } from '../ui/page-header.tsx'
import { contactName } from './contact-name.ts'
import { contactTexts } from './contact-texts.ts'
import { SideColumn } from './side-column.tsx'
import { Timeline } from './timeline.tsx'
import { useContact } from './use-contact.ts'

/** All that is known of one contact: who it is, what happened, what it holds. */
export function ContactPage() {
  const t = useText(contactTexts)
  const { id = '' } = useParams()
  const query = useContact(id)
  const crumbs = [{ to: '/contacts', name: t('allContacts') }]
  return (
    <div className="contact">
      <CrumbHeader crumbs={crumbs} name={query.data ? contactName(query.data) : id}>
        {query.data ? <ContactActions contact={query.data} /> : null}
      </CrumbHeader>
      <Loaded query={query} what={t('what')} wrap="contact-state">
        {(contact) => (
          <>
            <ContactHead contact={contact} />
            <div className="columns">
              <AboutColumn contact={contact} />
              <Timeline contact={contact} />
              <SideColumn contact={contact} />
            </div>
          </>
        )}
      </Loaded>
    </div>
  )
}
