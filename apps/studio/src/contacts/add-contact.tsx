import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { Problem } from '../api/problem.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { contactAddress } from './contact-address.ts'
import { contactsTexts } from './texts.ts'
import { useRejection } from './use-rejection.ts'

const zones = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))

/** Adds one person by hand and opens their page. */
export function AddContact({ close }: { close: () => void }) {
  const t = useText(contactsTexts)
  const rejection = useRejection()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [tags, setTags] = useState<string[]>([])
  const [timeZone, setTimeZone] = useState<string>()
  const [tried, setTried] = useState(false)
  const valid = id.trim().length > 0 && id.trim().length <= 128
  const add = useMutation({
    mutationFn: async () => {
      const { rejected } = await api.contacts.save({
        id: id.trim(),
        ...(name.trim() ? { attributes: { name: name.trim() } } : {}),
        ...(timeZone ? { timeZone } : {}),
        ...(tags.length > 0 ? { tags } : {}),
      })
      const [first] = rejected
      if (first) throw new Problem({ status: 422, code: first.code, text: rejection.both(first) })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.contacts })
      await navigate(contactAddress(id.trim()))
    },
  })
  const submit = () => {
    setTried(true)
    if (valid) add.mutate()
  }
  return (
    <Dialog
      title={t('add')}
      open
      close={close}
      submit={submit}
      verb={t('addVerb')}
      busy={add.isPending}
      error={add.error}
    >
      <Field label={t('id')} help={t('idHelp')} error={tried && !valid ? t('idMissing') : undefined}>
        {(ids) => <Input {...ids} autoFocus value={id} onChange={(event) => setId(event.target.value)} />}
      </Field>
      <Field label={t('name')}>
        {(ids) => <Input {...ids} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label={t('tags')}>
        {(ids) => (
          <Select
            {...ids}
            mode="tags"
            open={false}
            suffixIcon={null}
            style={{ width: '100%' }}
            placeholder={t('tagsPlaceholder')}
            value={tags}
            onChange={setTags}
          />
        )}
      </Field>
      <Field label={t('zone')} help={t('zoneHelp')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch
            allowClear
            style={{ width: '100%' }}
            options={zones}
            value={timeZone}
            onChange={setTimeZone}
          />
        )}
      </Field>
    </Dialog>
  )
}
