import type { Json } from '@millrace/program'
import { Button } from 'antd'
import { useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { ConditionControl } from '../condition/condition-control.tsx'
import { formTexts } from '../i18n.ts'

/** A condition that may be absent; it comes and goes by a button, never by itself. */
export function OptionalCondition(props: {
  path: string
  value: Json | undefined
  onChange(value: Json | undefined): void
}) {
  const { path, value, onChange } = props
  const t = useText(formTexts)
  if (value === undefined) {
    return (
      <Button
        size="small"
        type="text"
        className="form-add"
        icon={<Icon name="plus" size={12} />}
        onClick={() => onChange({ combinator: 'and', rules: [] })}
      >
        {t('addCondition')}
      </Button>
    )
  }
  return (
    <>
      <ConditionControl path={path} value={value} onChange={onChange} />
      <Button size="small" type="text" className="form-add" onClick={() => onChange(undefined)}>
        {t('dropCondition')}
      </Button>
    </>
  )
}
