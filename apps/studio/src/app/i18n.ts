import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from './preferences.ts'

/** One text in both languages; an English plural has two forms, chosen by `count`. */
export interface Bilingual {
  readonly zh: string
  readonly en: string | { readonly one: string; readonly other: string }
}

/** Texts of one feature by key: nothing compiles that lacks a language. */
export type Texts = { readonly [key: string]: Bilingual }

/** A feature's texts, registered under its name. */
export interface TextSet<Key extends string> {
  readonly namespace: string
  readonly texts: { readonly [K in Key]: Bilingual }
}

type Values = { readonly [name: string]: string | number }

/** Reads one of a feature's texts in the user's language. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string

await i18next.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'en',
  resources: {},
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
})

/** Registers a feature's texts with i18next; lazy features bring theirs along. */
export function defineTexts<const T extends Texts>(namespace: string, texts: T): TextSet<keyof T & string> {
  const zh: Record<string, string> = {}
  const en: Record<string, string> = {}
  for (const [key, text] of Object.entries(texts)) {
    zh[key] = text.zh
    if (typeof text.en === 'string') en[key] = text.en
    else Object.assign(en, { [`${key}_one`]: text.en.one, [`${key}_other`]: text.en.other })
  }
  i18next.addResourceBundle('zh', namespace, zh)
  i18next.addResourceBundle('en', namespace, en)
  return { namespace, texts }
}

/** The texts of a feature in the user's language; re-renders when the language changes. */
export function useText<Key extends string>(set: TextSet<Key>): Translate<Key> {
  const { t } = useTranslation(set.namespace)
  return (key: string, values) => t(key, { ...values })
}

/** The user's language. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}

/** Picks from texts that come as data (nodes, diagnostics, reasons). */
export function usePick(): (text: { readonly zh: string; readonly en: string }) => string {
  const language = useLanguage()
  return (text) => text[language]
}

/** Switches the language everywhere, the document's included. */
export async function switchLanguage(language: Language): Promise<void> {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  await i18next.changeLanguage(language)
}
