import { operatorsFor } from '@millrace/program'
import { Button, InputNumber, Segmented, Select } from 'antd'
import { use } from 'react'
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type MatchModeEditorProps,
  type OperatorSelectorProps,
  Rule,
  type RuleProps,
} from 'react-querybuilder'
import { usePick, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { FaultLines, useFaults } from '../faults.tsx'
import { formTexts } from '../i18n.ts'
import { entryPath, GroupPlace, RulePlace } from './place.ts'

/** all / any, then the rest of the sentence; a nested group with a single rule needs no choice. */
export function Combinator({ value, path, rules, handleOnChange }: CombinatorSelectorProps) {
  const t = useText(formTexts)
  const inner = use(GroupPlace).scope === 'each-event' && path.length === 0
  if (inner && rules.length === 0) return null
  return (
    <span className="condition-combinator">
      {inner && <span className="form-hint">{t('whereThese')}</span>}
      {(!inner || rules.length > 1) && (
        <Segmented
          aria-label={t('combinator')}
          size="small"
          value={value ?? 'and'}
          options={[
            { value: 'and', label: t('all') },
            { value: 'or', label: t('any') },
          ]}
          onChange={(chosen) => handleOnChange(chosen)}
        />
      )}
      {!inner && <span className="form-hint">{t('ofThese')}</span>}
    </span>
  )
}

/** The comparison of a rule, as the sentence reads. */
export function Operators({ field, value, handleOnChange }: OperatorSelectorProps) {
  const t = useText(formTexts)
  const { scope } = use(RulePlace)
  const pick = usePick()
  const operators = operatorsFor(field, scope)
  return (
    <Select
      size="small"
      aria-label={t('operator')}
      popupMatchSelectWidth={false}
      value={value ?? '='}
      options={operators.map(({ name, label }) => ({ value: name, label: pick(label) }))}
      onChange={(chosen: string) => handleOnChange(chosen)}
    />
  )
}

const modes = ['atLeast', 'atMost', 'exactly', 'some', 'none', 'all'] as const
const counted: readonly string[] = ['atLeast', 'atMost', 'exactly']
const modeLabels = {
  atLeast: 'atLeast',
  atMost: 'atMost',
  exactly: 'exactly',
  some: 'some',
  none: 'none',
  all: 'allOf',
} as const

/** How many events must satisfy the nested group. */
export function MatchMode({ match, handleOnChange }: MatchModeEditorProps) {
  const t = useText(formTexts)
  const { mode, threshold } = match
  return (
    <>
      <Select
        size="small"
        aria-label={t('matchMode')}
        popupMatchSelectWidth={false}
        value={mode}
        options={modes.map((item) => ({ value: item, label: t(modeLabels[item]) }))}
        onChange={(chosen) => handleOnChange({ mode: chosen, threshold: threshold ?? 1 })}
      />
      {counted.includes(mode) && (
        <>
          <InputNumber
            size="small"
            className="condition-count"
            aria-label={t('times')}
            min={0}
            precision={0}
            controls={false}
            value={threshold ?? 1}
            onChange={(count) => handleOnChange({ mode, threshold: count ?? 0 })}
          />
          <span className="form-hint">{t('times')}</span>
        </>
      )}
    </>
  )
}

function AddButton({ word, ...props }: ActionProps & { word: 'rule' | 'group' }) {
  const t = useText(formTexts)
  return (
    <Button
      size="small"
      type="text"
      className={`condition-add condition-add-${word}`}
      icon={<Icon name="plus" size={12} />}
      onClick={(event) => props.handleOnClick(event)}
    >
      {t(word)}
    </Button>
  )
}

export function AddRule(props: ActionProps) {
  return <AddButton {...props} word="rule" />
}

export function AddGroup(props: ActionProps) {
  if (use(GroupPlace).scope === 'each-event') return null
  return <AddButton {...props} word="group" />
}

export function RemoveEntry(props: ActionProps) {
  const t = useText(formTexts)
  return (
    <Button
      size="small"
      type="text"
      className="condition-remove"
      aria-label={t('remove')}
      icon={<Icon name="close" size={12} />}
      onClick={(event) => props.handleOnClick(event)}
    />
  )
}

/** A rule with what is wrong with it underneath; faults of a nested group stay with its own rules. */
export function RuleWithFaults(props: RuleProps) {
  const group = use(GroupPlace)
  const path = entryPath(group.path, props.path)
  const faults = useFaults(path)
  const nested = `${path}.value.rules.`
  return (
    <RulePlace value={{ path, scope: group.scope }}>
      <GroupPlace value={{ path: `${path}.value`, scope: 'each-event' }}>
        <Rule {...props} />
        <FaultLines faults={faults.filter(({ field }) => !field?.startsWith(nested))} />
      </GroupPlace>
    </RulePlace>
  )
}
