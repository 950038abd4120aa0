import { findOperator, type Json } from '@millrace/program'
import { Select } from 'antd'
import { use } from 'react'
import type { ValueEditorProps } from 'react-querybuilder'
import { useText } from '../../app/i18n.ts'
import { listOf, textOf } from '../control.ts'
import { DurationInput } from '../controls/duration-input.tsx'
import { useFaults } from '../faults.tsx'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'
import { RulePlace } from './place.ts'
import { ScalarInput } from './scalar-input.tsx'
import { asNumber, valueType } from './typed-value.ts'

/** The right side of a rule, in the shape that its operator takes. */
export function ValueEditor({ field, operator, value: given, handleOnChange }: ValueEditorProps) {
  const t = useText(formTexts)
  const { attributes } = useMeta()
  const faults = useFaults(`${use(RulePlace).path}.value`)
  // The builder types values as anything; our controls put JSON there.
  const value = given as Json | undefined
  const type = valueType(field, attributes)
  const invalid = faults.length > 0
  const change = (next: Json) => handleOnChange(next)
  switch (findOperator(operator)?.takes) {
    case 'nothing':
      return null
    case 'duration':
      return (
        <DurationInput
          size="small"
          value={textOf(value)}
          label={t('value')}
          invalid={invalid}
          onChange={change}
        />
      )
    case 'list':
      return (
        <Select
          mode="tags"
          size="small"
          className="condition-list"
          aria-label={t('value')}
          open={false}
          suffixIcon={null}
          value={listOf(value).map((item) => textOf(item))}
          onChange={(items: string[]) => change(readList(items, type !== 'text'))}
          {...(invalid ? { status: 'error' as const } : {})}
        />
      )
    case 'two': {
      const [from, to] = [listOf(value)[0] ?? '', listOf(value)[1] ?? '']
      return (
        <>
          <ScalarInput
            value={from}
            type={type}
            label={t('from')}
            invalid={invalid}
            onChange={(v) => change([v, to])}
          />
          <span className="form-hint">–</span>
          <ScalarInput
            value={to}
            type={type}
            label={t('to')}
            invalid={invalid}
            onChange={(v) => change([from, v])}
          />
        </>
      )
    }
    case 'text':
      return (
        <ScalarInput
          value={textOf(value)}
          type="text"
          label={t('value')}
          invalid={invalid}
          onChange={change}
        />
      )
    default:
      return <ScalarInput value={value} type={type} label={t('value')} invalid={invalid} onChange={change} />
  }
}

function readList(items: readonly string[], numbers: boolean): Json[] {
  const read = items.map((item) => asNumber(item))
  return numbers && read.every((item) => item !== undefined) ? read : [...items]
}
