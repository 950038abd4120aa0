import { Input, Select } from 'antd'
import type { DeliveryState } from '../api/deliveries.ts'
import type { JourneyRow } from '../api/journeys.ts'
import { useText } from '../app/i18n.ts'
import { inboxTexts } from './texts.ts'

/** Which messages are shown; empty means any. */
export interface Filter {
  readonly contact: string
  readonly journey: string
  readonly state: DeliveryState | ''
}

/** Every message. */
export const noFilter: Filter = { contact: '', journey: '', state: '' }

const states = ['queued', 'sent', 'delivered', 'failed', 'unknown', 'blocked'] as const

interface Props {
  readonly filter: Filter
  readonly change: (filter: Filter) => void
  readonly journeys: readonly JourneyRow[]
}

/** By contact, journey and state. */
export function InboxFilter({ filter, change, journeys }: Props) {
  const t = useText(inboxTexts)
  return (
    <>
      <Input
        aria-label={t('contact')}
        placeholder={t('contact')}
        style={{ width: 160 }}
        allowClear
        value={filter.contact}
        onChange={(event) => change({ ...filter, contact: event.target.value })}
      />
      <Select
        aria-label={t('journey')}
        style={{ width: 180 }}
        value={filter.journey}
        options={[
          { value: '', label: t('allJourneys') },
          ...journeys.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(journey) => change({ ...filter, journey })}
      />
      <Select<Filter['state']>
        aria-label={t('state')}
        style={{ width: 120 }}
        value={filter.state}
        options={[
          { value: '' as const, label: t('allStates') },
          ...states.map((value) => ({ value, label: t(value) })),
        ]}
        onChange={(state) => change({ ...filter, state })}
      />
    </>
  )
}
