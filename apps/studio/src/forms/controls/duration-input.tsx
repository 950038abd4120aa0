import { Input, InputNumber, Select, Space } from 'antd'
import { useText } from '../../app/i18n.ts'
import { type DurationParts, readDuration, UNITS, writeDuration } from '../duration.ts'
import { formTexts } from '../i18n.ts'

const fresh: DurationParts = { amount: 1, unit: 'days' }

/** A number and a unit; a duration of several units that have no common one is edited as it is written. */
export function DurationInput(props: {
  id?: string
  value: string
  label: string
  invalid: boolean
  size?: 'small'
  onChange(value: string): void
}) {
  const { value, label, invalid, onChange } = props
  const t = useText(formTexts)
  const status = invalid ? { status: 'error' as const } : {}
  const common = { ...status, ...(props.size ? { size: props.size } : {}) }
  const id = props.id === undefined ? {} : { id: props.id }
  const parts = value === '' ? fresh : readDuration(value)
  if (parts === null) {
    return (
      <Input
        {...id}
        {...common}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  }
  return (
    <Space.Compact className="form-duration">
      <InputNumber
        {...id}
        {...common}
        aria-label={`${label} · ${t('amount')}`}
        className="form-duration-amount"
        min={0}
        precision={0}
        controls={false}
        value={value === '' ? null : parts.amount}
        onChange={(amount) => onChange(amount === null ? '' : writeDuration({ ...parts, amount }))}
      />
      <Select
        {...common}
        aria-label={`${label} · ${t('unit')}`}
        popupMatchSelectWidth={false}
        value={parts.unit}
        options={UNITS.map((unit) => ({ value: unit, label: t(unit) }))}
        onChange={(unit) => onChange(writeDuration({ ...parts, unit }))}
      />
    </Space.Compact>
  )
}
