import type { Json } from '../api/page.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { exact } from './format-number.ts'
import { uiTexts } from './texts.ts'

/** A JSON value in plain words: lists are joined, objects stay JSON. */
export function useJsonText(): (value: Json | undefined) => string {
  const t = useText(uiTexts)
  const language = useLanguage()
  const words = (value: Json | undefined): string => {
    if (value === null || value === undefined) return t('noValue')
    if (typeof value === 'number') return exact(value, language)
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'string') return value === '' ? '""' : value
    if (Array.isArray(value)) return value.map(words).join(language === 'zh' ? '、' : ', ') || t('noValue')
    return JSON.stringify(value)
  }
  return words
}
