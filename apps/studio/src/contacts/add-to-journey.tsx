import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../api/api.ts'
import type { ContactDetail } from '../api/contacts.ts'
import { keys } from '../api/keys.ts'
import { Problem } from '../api/problem.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { actionTexts, refusals } from './action-texts.ts'
import { contactName } from './contact-name.ts'

/** A skip as a problem: the contact has not entered, and why. */
const skipProblem = (reason: string) => {
  const known = Object.hasOwn(refusals, reason) ? refusals[reason] : undefined
  return new Problem({
    status: 409,
    code: reason,
    text: known ?? { zh: reason, en: reason },
  })
}

/** Enters the contact into a running journey by hand. */
export function AddToJourney({ contact, close }: { contact: ContactDetail; close: () => void }) {
  const t = useText(actionTexts)
  const client = useQueryClient()
  const [journey, setJourney] = useState<string>()
  const { data } = useQuery({ queryKey: keys.journeys, queryFn: api.journeys.list })
  const running = data?.items.filter(({ state }) => state === 'active' || state === 'paused') ?? []
  const add = useMutation({
    mutationFn: async (id: string) => {
      const { skipped } = await api.journeys.enrol(id, [contact.id])
      const [first] = skipped
      if (first) throw skipProblem(first.reason)
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.enrolments })
      await client.invalidateQueries({ queryKey: keys.journeys })
      close()
    },
  })
  return (
    <Dialog
      title={t('addTitle', { name: contactName(contact) })}
      open
      close={close}
      submit={() => journey && add.mutate(journey)}
      verb={t('add')}
      disabled={!journey}
      busy={add.isPending}
      error={add.error}
    >
      <Field label={t('journey')} help={data && running.length === 0 ? t('noRunning') : t('addHelp')}>
        {(ids) => (
          <Select
            {...ids}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            placeholder={t('chooseJourney')}
            options={running.map(({ id, name }) => ({ value: id, label: name }))}
            value={journey}
            onChange={setJourney}
          />
        )}
      </Field>
    </Dialog>
  )
}
