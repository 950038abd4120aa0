import { AutoComplete, Input, InputNumber, Select } from 'antd'
import { useText } from '../../app/i18n.ts'
import { type ControlProps, listOf, textOf } from '../control.ts'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'
import { DurationInput } from './duration-input.tsx'

const error = { status: 'error' as const }
const emptied = (text: string) => (text === '' ? undefined : text)

export function TextControl({ id, value, invalid, onChange }: ControlProps) {
  return (
    <Input
      id={id}
      value={textOf(value)}
      onChange={(event) => onChange(emptied(event.target.value))}
      {...(invalid ? error : {})}
    />
  )
}

/** A whole or decimal number; what is no number is kept as text, so that a Liquid text is not lost. */
export function NumberControl({ id, value, invalid, onChange }: ControlProps) {
  if (typeof value === 'string' && value !== '') {
    return (
      <Input
        id={id}
        value={value}
        onChange={(event) => onChange(emptied(event.target.value))}
        {...(invalid ? error : {})}
      />
    )
  }
  return (
    <InputNumber
      id={id}
      className="form-wide"
      controls={false}
      value={typeof value === 'number' ? value : null}
      onChange={(number) => onChange(number ?? undefined)}
      {...(invalid ? error : {})}
    />
  )
}

export function DurationControl({ id, value, label, invalid, onChange }: ControlProps) {
  return (
    <DurationInput
      id={id}
      value={textOf(value)}
      label={label}
      invalid={invalid}
      onChange={(text) => onChange(emptied(text))}
    />
  )
}

/** An event type, with those that the workspace has seen as suggestions. */
export function EventTypeControl({ id, value, invalid, onChange }: ControlProps) {
  const t = useText(formTexts)
  const { eventTypes } = useMeta()
  const text = textOf(value)
  return (
    <AutoComplete
      id={id}
      className="form-wide"
      placeholder={t('eventType')}
      value={text}
      options={eventTypes.filter((type) => type.includes(text)).map((type) => ({ value: type }))}
      onChange={(type: string) => onChange(emptied(type))}
      {...(invalid ? error : {})}
    />
  )
}

export function TagsControl({ id, value, invalid, onChange }: ControlProps) {
  const t = useText(formTexts)
  return (
    <Select
      id={id}
      mode="tags"
      className="form-wide"
      open={false}
      suffixIcon={null}
      placeholder={t('tagsPlaceholder')}
      value={listOf(value).map((tag) => textOf(tag))}
      onChange={(tags: string[]) => onChange(tags.length === 0 ? undefined : tags)}
      {...(invalid ? error : {})}
    />
  )
}

/** A channel of this installation; one that is gone stays visible as it is written. */
export function ChannelControl({ id, value, invalid, onChange }: ControlProps) {
  const t = useText(formTexts)
  const { channels } = useMeta()
  const named = (channel: string) => (channel === 'inbox' || channel === 'email' ? t(channel) : channel)
  const chosen = textOf(value)
  const options = chosen === '' || channels.includes(chosen) ? channels : [...channels, chosen]
  return (
    <Select
      id={id}
      className="form-wide"
      placeholder={t('chooseChannel')}
      value={chosen === '' ? null : chosen}
      options={options.map((channel) => ({ value: channel, label: named(channel) }))}
      onChange={(channel: string) => onChange(channel)}
      {...(invalid ? error : {})}
    />
  )
}
