import type { Json } from '@millrace/program'
import { Button, Input, InputNumber } from 'antd'
import { useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { bagsOf, type ControlProps, textOf } from '../control.ts'
import { useFaults } from '../faults.tsx'
import { FieldFrame } from '../field-frame.tsx'
import { formTexts } from '../i18n.ts'
import { freshId } from './fresh-id.ts'
import { shareOf } from './share-of.ts'

/** Arms with weights; what a weight means is shown as its share. */
export function ArmsControl({ id, path, value, onChange }: ControlProps) {
  const t = useText(formTexts)
  const arms = bagsOf(value)
  const weights = arms.map(({ weight }) => (typeof weight === 'number' ? weight : 0))
  const set = (index: number, patch: { readonly [key: string]: Json }) =>
    onChange(arms.map((item, at) => (at === index ? { ...item, ...patch } : item)))
  const add = () => {
    const letter = String.fromCharCode(65 + (arms.length % 26))
    onChange([...arms, { id: freshId('arm', arms), name: t('newArm', { letter }), weight: 1 }])
  }
  return (
    <div className="form-fields">
      {arms.map((arm, index) => (
        <Arm
          // biome-ignore lint/suspicious/noArrayIndexKey: an arm is its place; ids may be doubled in a draft
          key={index}
          id={`${id}-${index}`}
          path={`${path}.${index}`}
          label={t('arm', { n: index + 1 })}
          name={textOf(arm.name)}
          weight={typeof arm.weight === 'number' ? arm.weight : null}
          share={shareOf(weights, index)}
          onChange={(patch) => set(index, patch)}
          onRemove={() => onChange(arms.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        size="small"
        type="text"
        className="form-add"
        icon={<Icon name="plus" size={12} />}
        onClick={add}
      >
        {t('addArm')}
      </Button>
    </div>
  )
}

function Arm(props: {
  id: string
  path: string
  label: string
  name: string
  weight: number | null
  share: string
  onChange(patch: { readonly [key: string]: Json }): void
  onRemove(): void
}) {
  const { id, path, label, name, weight, share, onChange, onRemove } = props
  const t = useText(formTexts)
  const status = useFaults(path).length > 0 ? { status: 'error' as const } : {}
  return (
    <FieldFrame id={id} path={path} label={label} hint={t('weight')}>
      <div className="form-row">
        <Input
          id={id}
          className="grow"
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
          {...status}
        />
        <InputNumber
          className="form-weight"
          aria-label={`${t('weight')} ${name}`}
          controls={false}
          min={0}
          value={weight}
          onChange={(next) => onChange({ weight: next ?? 0 })}
          {...status}
        />
        <span className="form-share">{share}</span>
        <Button
          type="text"
          size="small"
          aria-label={`${t('remove')} ${name}`}
          icon={<Icon name="trash" size={14} />}
          onClick={onRemove}
        />
      </div>
    </FieldFrame>
  )
}
