import type { Json } from '@millrace/program'
import { Button, Input } from 'antd'
import { useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { ConditionControl } from '../condition/condition-control.tsx'
import { bagsOf, type ControlProps, textOf } from '../control.ts'
import { useFaults } from '../faults.tsx'
import { FieldFrame } from '../field-frame.tsx'
import { formTexts } from '../i18n.ts'
import { freshId } from './fresh-id.ts'

/** Cases in the order in which they are tried; each is a port, and everyone else has one more. */
export function CasesControl({ id, path, value, onChange }: ControlProps) {
  const t = useText(formTexts)
  const cases = bagsOf(value)
  const set = (index: number, patch: { readonly [key: string]: Json }) =>
    onChange(cases.map((item, at) => (at === index ? { ...item, ...patch } : item)))
  const add = () => {
    const name = t('newCase', { n: cases.length + 1 })
    onChange([...cases, { id: freshId('case', cases), name, when: { combinator: 'and', rules: [] } }])
  }
  return (
    <div className="form-fields">
      {cases.map((item, index) => (
        <Case
          // Ids may be doubled in a draft; the place tells them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: a case is its place in the order
          key={index}
          id={`${id}-${index}`}
          path={`${path}.${index}`}
          label={t('port', { n: index + 1 })}
          name={textOf(item.name)}
          when={item.when}
          onName={(name) => set(index, { name })}
          onWhen={(when) => set(index, { when })}
          onRemove={() => onChange(cases.filter((_, at) => at !== index))}
        />
      ))}
      <div className="form-field">
        <span className="form-label">
          <span>{t('port', { n: cases.length + 1 })}</span>
          <span className="form-hint">{t('everyoneElse')}</span>
        </span>
      </div>
      <Button
        size="small"
        type="text"
        className="form-add"
        icon={<Icon name="plus" size={12} />}
        onClick={add}
      >
        {t('addPort')}
      </Button>
    </div>
  )
}

function Case(props: {
  id: string
  path: string
  label: string
  name: string
  when: Json | undefined
  onName(name: string): void
  onWhen(when: Json): void
  onRemove(): void
}) {
  const { id, path, label, name, when, onName, onWhen, onRemove } = props
  const t = useText(formTexts)
  const faults = [...useFaults(`${path}.name`), ...useFaults(`${path}.id`)]
  const invalid = faults.length > 0
  return (
    <>
      <FieldFrame id={id} path={`${path}.name`} label={label}>
        <div className="form-row">
          <Input
            id={id}
            className="grow"
            value={name}
            onChange={(event) => onName(event.target.value)}
            {...(invalid ? { status: 'error' as const } : {})}
          />
          <Button
            type="text"
            size="small"
            aria-label={`${t('remove')} ${name}`}
            icon={<Icon name="trash" size={14} />}
            onClick={onRemove}
          />
        </div>
      </FieldFrame>
      <FieldFrame id={`${id}-when`} path={`${path}.when`} label={t('takePort')} deep={false} group>
        <ConditionControl path={`${path}.when`} value={when} onChange={onWhen} />
      </FieldFrame>
    </>
  )
}
