import { findOperator, type Match, type Rule } from '@millrace/program'
import type { Json } from '../api/page.ts'
import { defineTexts, useLanguage, usePick, useText } from '../app/i18n.ts'
import { durationInWords } from '../ui/format-duration.ts'
import { useJsonText } from '../ui/json-text.ts'
import { contactTexts } from './contact-texts.ts'

const matchTexts = defineTexts('matches', {
  all: { zh: '每次都符合', en: 'every one' },
  none: { zh: '一次也没有', en: 'none' },
  some: { zh: '至少一次', en: 'at least one' },
  atLeast: { zh: '至少 {{threshold}} 次', en: 'at least {{threshold}}' },
  atMost: { zh: '最多 {{threshold}} 次', en: 'at most {{threshold}}' },
  exactly: { zh: '正好 {{threshold}} 次', en: 'exactly {{threshold}}' },
})

/** Fields, demands and seen values of rules in plain words. */
export function useRuleWords() {
  const t = useText(contactTexts)
  const m = useText(matchTexts)
  const pick = usePick()
  const language = useLanguage()
  const words = useJsonText()
  const matchWords = ({ mode, threshold = 0 }: Match) => m(mode, { threshold })
  return {
    field: (field: string): string => {
      if (field === 'points') return t('fieldPoints')
      if (field === 'tags') return t('fieldTags')
      const [head = '', ...rest] = field.split('.')
      const name = rest.join('.')
      if (head === 'contact') return t('fieldContact', { name })
      if (head === 'event') return t('fieldEvent', { path: name })
      return head === 'events' ? t('fieldEvents', { type: name }) : field
    },
    wanted: ({ operator, value, match }: Rule): string => {
      if (match) return matchWords(match)
      const asked = findOperator(operator)
      if (!asked) return operator
      // With `match` gone what is left is JSON: a nested group is only ever counted.
      const json = (value ?? null) as Json
      const label = pick(asked.label)
      if (asked.takes === 'nothing') return label
      if (asked.takes === 'duration' && typeof json === 'string')
        return `${label} ${durationInWords(json, language)}`
      return `${label} ${words(json)}`
    },
    seen: (value: Json | undefined): string => {
      const counted = countOf(value)
      return counted ? t('matchedOf', counted) : words(value)
    },
  }
}

/** What a rule that counts events saw. */
export function countOf(value: Json | undefined): { readonly matched: number; readonly of: number } | null {
  if (typeof value !== 'object' || value === null || !('matched' in value)) return null
  const { matched, of } = value
  return typeof matched === 'number' && typeof of === 'number' ? { matched, of } : null
}
