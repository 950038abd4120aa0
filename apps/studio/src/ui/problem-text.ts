import { Problem } from '../api/problem.ts'
import { type Translate, useLanguage, useText } from '../app/i18n.ts'
import { uiTexts } from './texts.ts'

/** What went wrong, as lines for the user: the fields' messages in their language, else the API's sentence, else our own. */
export function useProblemText(): (error: unknown) => readonly string[] {
  const t = useText(uiTexts)
  const language = useLanguage()
  return (error) => {
    if (!(error instanceof Problem)) return [error instanceof Error ? error.message : String(error)]
    if (error.errors.length > 0) return [...new Set(error.errors.map((fault) => fault.message[language]))]
    return [error.text?.[language] ?? ownWords(error, t)]
  }
}

function ownWords({ status }: Problem, t: Translate<keyof typeof uiTexts.texts>): string {
  if (status === 0) return t('unreachable')
  if (status === 401 || status === 403) return t('needsToken')
  if (status === 412) return t('stalenessConflict')
  if (status === 413) return t('tooLarge')
  return t(status >= 500 ? 'serverFault' : 'refused', { status })
}
