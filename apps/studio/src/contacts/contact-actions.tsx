import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { ContactDetail } from '../api/contacts.ts'
import { useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { Action } from '../ui/action.tsx'
import { uiTexts } from '../ui/texts.ts'
import { AddToJourney } from './add-to-journey.tsx'
import { contactTexts } from './contact-texts.ts'
import { EraseContact } from './erase-contact.tsx'
import { SendEvent } from './send-event.tsx'

/** What can be done with a contact. */
export function ContactActions({ contact }: { contact: ContactDetail }) {
  const t = useText(contactTexts)
  const u = useText(uiTexts)
  const [open, setOpen] = useState<'event' | 'journey' | 'erase'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Action icon="journey" onClick={() => setOpen('journey')}>
        {t('addToJourney')}
      </Action>
      <Action icon="event" type="primary" onClick={() => setOpen('event')}>
        {t('sendEvent')}
      </Action>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: [{ key: 'erase', danger: true, label: t('erase'), icon: <Icon name="trash" size={14} /> }],
          onClick: () => setOpen('erase'),
        }}
      >
        <Button aria-label={u('more')} icon={<Icon name="more" />} />
      </Dropdown>
      {open === 'event' ? <SendEvent contact={contact} close={close} /> : null}
      {open === 'journey' ? <AddToJourney contact={contact} close={close} /> : null}
      {open === 'erase' ? <EraseContact contact={contact} close={close} /> : null}
    </>
  )
}
