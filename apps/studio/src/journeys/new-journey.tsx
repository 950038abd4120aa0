import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { newDocument } from './new-document.ts'
import { journeysTexts } from './texts.ts'

const LONGEST = 100

/** Asks for a name, makes the journey and opens its canvas. */
export function NewJourney({ open, close }: { open: boolean; close: () => void }) {
  const t = useText(journeysTexts)
  const navigate = useNavigate()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const create = useMutation({
    mutationFn: () => api.journeys.create(newDocument(name.trim())),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: keys.journeys })
      await navigate(`/journeys/${encodeURIComponent(id)}`)
    },
  })
  const missing = name.trim() === ''
  const submit = () => {
    setTried(true)
    if (!missing) create.mutate()
  }
  return (
    <Dialog
      title={t('create')}
      open={open}
      close={close}
      submit={submit}
      verb={t('createVerb')}
      busy={create.isPending}
      error={create.error}
    >
      <Field
        label={t('name')}
        hint={t('nameLimit', { length: name.length })}
        error={tried && missing ? t('nameMissing') : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            value={name}
            maxLength={LONGEST}
            placeholder={t('namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}
