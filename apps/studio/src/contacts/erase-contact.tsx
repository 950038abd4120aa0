import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import type { ContactDetail } from '../api/contacts.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { actionTexts } from './action-texts.ts'
import { contactName } from './contact-name.ts'

/** Erases a contact for good; the id has to be typed, since nothing brings it back. */
export function EraseContact({ contact, close }: { contact: ContactDetail; close: () => void }) {
  const t = useText(actionTexts)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const name = contactName(contact)
  const erase = useMutation({
    mutationFn: () => api.contacts.erase(contact.id),
    onSuccess: async () => {
      await navigate('/contacts')
      client.removeQueries({ queryKey: keys.contact(contact.id) })
      await client.invalidateQueries({ queryKey: keys.contacts })
      // The page that would show it is gone.
      void message.success(t('erased', { name }))
    },
  })
  return (
    <Dialog
      title={t('eraseTitle', { name })}
      open
      close={close}
      submit={() => erase.mutate()}
      verb={t('eraseVerb')}
      danger
      disabled={typed !== contact.id}
      busy={erase.isPending}
      error={erase.error}
    >
      <p>{t('eraseText')}</p>
      <Field label={t('eraseConfirm', { id: contact.id })}>
        {(ids) => (
          <Input {...ids} autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
    </Dialog>
  )
}
