import { useLanguage } from '../app/i18n.ts'
import { compact, exact } from './format-number.ts'

/** A number as tables show it: exact, `—` when nothing is known; `short` shortens it and keeps the rest in the tooltip. */
export function Figure({ value, short = false }: { value: number | null | undefined; short?: boolean }) {
  const language = useLanguage()
  if (value === null || value === undefined) return <span className="tertiary">—</span>
  if (!short) return <span>{exact(value, language)}</span>
  return <span title={exact(value, language)}>{compact(value, language)}</span>
}
