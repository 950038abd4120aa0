import { createStore } from 'zustand/vanilla'
import type { ModeName } from './tokens.ts'

/** The languages of the studio. */
export type Language = 'zh' | 'en'

interface Preferences {
  readonly language: Language
  readonly mode: ModeName
  setLanguage(language: Language): void
  setMode(mode: ModeName): void
}

const KEY = { language: 'millrace.language', mode: 'millrace.theme' }

/** localStorage throws where cookies are blocked: the studio then forgets, but works. */
function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {}
}

function recall<Value extends string>(key: string, allowed: readonly Value[]): Value | undefined {
  try {
    const stored = localStorage.getItem(key)
    return allowed.find((value) => value === stored)
  } catch {
    return undefined
  }
}

const firstLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')
const firstMode = (): ModeName => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

/** What this browser's user chose; the first language and theme come from the browser. */
export const preferences = createStore<Preferences>()((set) => ({
  language: recall(KEY.language, ['zh', 'en']) ?? firstLanguage(),
  mode: recall(KEY.mode, ['light', 'dark']) ?? firstMode(),
  setLanguage(language) {
    remember(KEY.language, language)
    set({ language })
  },
  setMode(mode) {
    remember(KEY.mode, mode)
    set({ mode })
  },
}))
