import { AutoComplete, Select } from 'antd'
import { use } from 'react'
import type { FieldSelectorProps } from 'react-querybuilder'
import { useText } from '../../app/i18n.ts'
import { useFaults } from '../faults.tsx'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'
import { RulePlace } from './place.ts'
import { EVENT_SUBJECTS, isNamed, SUBJECTS, type Subject, splitField } from './subject.ts'

const labels = {
  'contact.': 'subjectContact',
  tags: 'subjectTags',
  points: 'subjectPoints',
  'event.': 'subjectEvent',
  'events.': 'subjectEvents',
  'data.': 'subjectData',
  at: 'subjectAt',
} as const satisfies Record<Subject, string>

/** The left side of a rule: what it looks at, then which one. */
export function FieldSelector({ value, handleOnChange }: FieldSelectorProps) {
  const t = useText(formTexts)
  const { attributes, eventTypes } = useMeta()
  const { path, scope } = use(RulePlace)
  const invalid = useFaults(`${path}.field`).length > 0
  const { subject, name } = splitField(value ?? '')
  const subjects: readonly Subject[] = scope === 'each-event' ? EVENT_SUBJECTS : SUBJECTS
  const names =
    subject === 'contact.' ? attributes.map((item) => item.name) : subject === 'events.' ? eventTypes : []
  return (
    <>
      <Select
        size="small"
        aria-label={t('subject')}
        popupMatchSelectWidth={false}
        value={subject}
        options={subjects.map((item) => ({ value: item, label: t(labels[item]) }))}
        onChange={(chosen: Subject) => handleOnChange(isNamed(chosen) ? chosen + firstName(chosen) : chosen)}
      />
      {isNamed(subject) && (
        <AutoComplete
          size="small"
          className="condition-name"
          aria-label={t('name')}
          popupMatchSelectWidth={false}
          value={name}
          options={names
            .filter((item) => item.includes(name) && item !== name)
            .map((item) => ({ value: item }))}
          onChange={(text: string) => handleOnChange(subject + text)}
          {...(invalid ? { status: 'error' as const } : {})}
        />
      )}
    </>
  )

  function firstName(chosen: Subject): string {
    return (
      (chosen === 'contact.' ? attributes[0]?.name : chosen === 'events.' ? eventTypes[0] : undefined) ?? ''
    )
  }
}
