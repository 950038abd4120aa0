import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { api } from '../api/api.ts'
import type { ContactDetail } from '../api/contacts.ts'
import { keys } from '../api/keys.ts'
import type { JsonObject } from '../api/page.ts'
import { Problem } from '../api/problem.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { actionTexts } from './action-texts.ts'
import { contactName } from './contact-name.ts'
import { newEventId, readData, typeFault } from './event-draft.ts'

/** Sends the contact an event of any type, as its source would. */
export function SendEvent({ contact, close }: { contact: ContactDetail; close: () => void }) {
  const t = useText(actionTexts)
  const client = useQueryClient()
  const [type, setType] = useState('')
  const [text, setText] = useState('{}')
  const [tried, setTried] = useState(false)
  // One id for all tries: a try whose answer was lost is not sent twice.
  const [id] = useState(newEventId)
  const suggestions = useQuery({ queryKey: keys.meta, queryFn: api.meta.find })
  const send = useMutation({
    mutationFn: async (data: JsonObject) => {
      const { rejected } = await api.events.send({ id, contact: contact.id, type: type.trim(), data })
      const [first] = rejected
      if (first) {
        throw new Problem({ status: 422, code: first.code, text: { zh: first.detail, en: first.detail } })
      }
    },
    onSuccess: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.contact(contact.id) }),
        client.invalidateQueries({ queryKey: keys.enrolments }),
        client.invalidateQueries({ queryKey: keys.deliveries }),
      ])
      close()
    },
  })
  const read = readData(text)
  const wrongType = typeFault(type.trim())
  const typeError = wrongType === 'reserved' ? t('typeReserved') : wrongType ? t('typeWrong') : undefined
  const dataError = () => {
    if (!('fault' in read)) return undefined
    return read.fault === 'no-object' ? t('dataNoObject') : t('dataWrong', { reason: read.fault })
  }
  const submit = () => {
    setTried(true)
    if (!wrongType && 'data' in read) send.mutate(read.data)
  }
  const options = (suggestions.data?.eventTypes ?? [])
    .filter((one) => one.includes(type.trim()))
    .map((value) => ({ value }))
  return (
    <Dialog
      title={t('sendTitle', { name: contactName(contact) })}
      open
      close={close}
      submit={submit}
      verb={t('send')}
      busy={send.isPending}
      error={send.error}
    >
      <p className="secondary">{t('sendHelp')}</p>
      <Field label={t('type')} help={t('typeHelp')} error={tried ? typeError : undefined}>
        {(ids) => (
          <AutoComplete
            {...ids}
            autoFocus
            style={{ width: '100%' }}
            value={type}
            options={options}
            onChange={setType}
          />
        )}
      </Field>
      <Field label={t('data')} error={dataError()}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            className="mono"
            spellCheck={false}
            autoSize={{ minRows: 5, maxRows: 14 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
