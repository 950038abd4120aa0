import type { Json } from '@millrace/program'
import { useState } from 'react'
import {
  type ControlElementsProp,
  type FullField,
  prepareRuleGroup,
  QueryBuilder,
  type RuleGroupType,
  type RuleType,
} from 'react-querybuilder'
import { useMeta } from '../meta.ts'
import { fromQuery, toQuery } from './document.ts'
import {
  AddGroup,
  AddRule,
  Combinator,
  MatchMode,
  Operators,
  RemoveEntry,
  RuleWithFaults,
} from './elements.tsx'
import { FieldSelector } from './field-selector.tsx'
import { defaultOperator, fieldsOf, fitQuery } from './fit.ts'
import { GroupPlace } from './place.ts'
import { ValueEditor } from './value-editor.tsx'
import './condition.css'

const controls: ControlElementsProp<FullField, string> = {
  rule: RuleWithFaults,
  combinatorSelector: Combinator,
  fieldSelector: FieldSelector,
  operatorSelector: Operators,
  matchModeEditor: MatchMode,
  valueEditor: ValueEditor,
  addRuleAction: AddRule,
  addGroupAction: AddGroup,
  removeRuleAction: RemoveEntry,
  removeGroupAction: RemoveEntry,
}

const eventFields = [{ name: 'at', label: 'at' }]
const counts = [{ name: 'atLeast', value: 'atLeast', label: 'atLeast' }] as const

/** Edits a condition as a document; the builder's own ids never leave this control. */
export function ConditionControl(props: {
  path: string
  value: Json | undefined
  onChange(value: Json): void
}) {
  const { path, value, onChange } = props
  const { attributes } = useMeta()
  const [query, setQuery] = useState(() => prepareRuleGroup(toQuery(value)))
  if (!same(fromQuery(query), fromQuery(toQuery(value)))) setQuery(prepareRuleGroup(toQuery(value)))
  const first = attributes[0] ? `contact.${attributes[0].name}` : 'tags'
  const fields = [...new Set([first, ...fieldsOf(query)])].map((name) => ({ name, label: name }))

  function change(next: RuleGroupType) {
    const fitted = fitQuery(next, query)
    setQuery(fitted)
    const document = fromQuery(fitted)
    if (!same(document, fromQuery(toQuery(value)))) onChange(document)
  }

  return (
    <GroupPlace value={{ path, scope: 'contact' }}>
      <QueryBuilder
        query={query}
        onQueryChange={change}
        enableMountQueryChange={false}
        fields={fields}
        controlElements={controls}
        getMatchModes={matchModes}
        getSubQueryBuilderProps={nestedProps}
        getDefaultOperator={defaultOperator}
        getDefaultValue={defaultValue}
        resetOnFieldChange={false}
        listsAsArrays
      />
    </GroupPlace>
  )
}

function matchModes(field: string) {
  return field.startsWith('events.') ? [...counts] : []
}

function nestedProps() {
  return {
    fields: eventFields,
    controlElements: controls,
    getMatchModes: () => [],
    getDefaultOperator: defaultOperator,
    getDefaultValue: defaultValue,
    listsAsArrays: true,
    resetOnFieldChange: false,
  }
}

function defaultValue({ field }: RuleType): unknown {
  if (field.startsWith('events.')) return { combinator: 'and', rules: [] }
  return field === 'at' ? 'P30D' : ''
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
