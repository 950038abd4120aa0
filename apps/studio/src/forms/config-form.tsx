import { type AnyNode, type Field, findNode } from '@millrace/nodes'
import type { Json } from '@millrace/program'
import { usePick, useText } from '../app/i18n.ts'
import { withKey } from './control.ts'
import { controls } from './controls/controls.ts'
import { TimeControl } from './controls/time-control.tsx'
import { useFaults } from './faults.tsx'
import { FieldFrame } from './field-frame.tsx'
import { formTexts } from './i18n.ts'

type Config = { readonly [key: string]: Json }

/** The form of any node, drawn from its definition; it writes only what a person changed. */
export function ConfigForm(props: {
  id: string
  kind: string
  config: Config
  onChange(config: Config, key: string): void
}) {
  const { id, kind, config, onChange } = props
  const t = useText(formTexts)
  const definition = findNode(kind)
  if (definition === undefined) return <p className="form-fault">{t('unknownNode')}</p>
  const keys = Object.keys(definition.form)
  if (keys.length === 0) return <p className="form-empty">{t('noSettings')}</p>
  const either = keys.includes('for') && keys.includes('until')
  return (
    <div className="form-fields">
      {either && (
        <TimeControl id={`${id}-time`} config={config} onChange={(next) => onChange(next, 'time')} />
      )}
      {keys
        .filter((key) => !either || (key !== 'for' && key !== 'until'))
        .map((key) => (
          <KeyField
            key={key}
            id={`${id}-${key}`}
            path={key}
            field={fieldOf(definition, key)}
            value={config[key]}
            optional={isOptional(definition, key)}
            onChange={(value) => onChange(withKey(config, key, value), key)}
          />
        ))}
    </div>
  )
}

function KeyField(props: {
  id: string
  path: string
  field: Field
  value: Json | undefined
  optional: boolean
  onChange(value: Json | undefined): void
}) {
  const { id, path, field, value, optional, onChange } = props
  const t = useText(formTexts)
  const pick = usePick()
  const { component: Component, group } = controls[field.control]
  const invalid = useFaults(path).some(({ severity }) => severity === 'error')
  const label = pick(field.label)
  const hint = field.hint ? pick(field.hint) : optional ? t('optional') : undefined
  return (
    <FieldFrame id={id} path={path} label={label} hint={hint} deep={!group} group={group ?? false}>
      <Component id={id} path={path} label={label} value={value} invalid={invalid} onChange={onChange} />
    </FieldFrame>
  )
}

function fieldOf(definition: AnyNode, key: string): Field {
  return definition.form[key] ?? { control: 'text', label: { zh: key, en: key } }
}

/** A key that the schema accepts as absent. */
function isOptional(definition: AnyNode, key: string): boolean {
  return definition.config.shape[key]?.safeParse(undefined).success ?? false
}
