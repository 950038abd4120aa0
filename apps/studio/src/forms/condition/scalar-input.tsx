import type { Json } from '@millrace/program'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useText } from '../../app/i18n.ts'
import { textOf } from '../control.ts'
import { formTexts } from '../i18n.ts'
import { asNumber, readTyped, type ValueType } from './typed-value.ts'

/** One comparison value; where the type is not known, a button says how it is read. */
export function ScalarInput(props: {
  value: Json | undefined
  type: ValueType
  label: string
  invalid: boolean
  onChange(value: Json): void
}) {
  const { value, type, label, invalid, onChange } = props
  const t = useText(formTexts)
  const [draft, setDraft] = useState(() => textOf(value))
  const text = readTyped(draft, type, value) === value ? draft : textOf(value)
  const status = invalid ? { status: 'error' as const } : {}
  if (type === 'boolean' || typeof value === 'boolean') {
    return (
      <Select
        size="small"
        aria-label={label}
        value={typeof value === 'boolean' ? value : null}
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
        onChange={(chosen) => onChange(chosen === true)}
        {...status}
      />
    )
  }
  const isNumber = typeof value === 'number'
  const other = isNumber ? text : asNumber(text)
  return (
    <span className="condition-scalar">
      <Input
        size="small"
        className="condition-input"
        aria-label={label}
        value={text}
        placeholder={type === 'time' ? '2026-11-01' : ''}
        onChange={(event) => {
          setDraft(event.target.value)
          onChange(readTyped(event.target.value, type, value))
        }}
        {...status}
      />
      {type === 'guess' && other !== undefined && text !== '' && (
        <Button
          size="small"
          type="text"
          title={t(isNumber ? 'asText' : 'asNumber')}
          aria-label={t(isNumber ? 'asText' : 'asNumber')}
          onClick={() => onChange(other)}
        >
          {isNumber ? '12' : 'Aa'}
        </Button>
      )}
    </span>
  )
}
