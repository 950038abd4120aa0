import { Link } from 'react-router'
import { useLanguage, useText } from '../app/i18n.ts'
import { exact } from '../ui/format-number.ts'
import { useLive } from './context.ts'
import { canvasTexts } from './i18n.ts'
import './figures.css'

/** The journey in three figures, over its canvas; who needs attention is a click away. */
export function Figures() {
  const t = useText(canvasTexts)
  const language = useLanguage()
  const known = useLive((state) => state.counts !== null)
  const entries = useLive((state) => state.entries)
  const waiting = useLive((state) => sum(state.counts, 'waiting'))
  const failed = useLive((state) => sum(state.counts, 'failed'))
  if (!known) return null
  return (
    <section className="figures" aria-label={t('figures')}>
      <dl>
        <dt>{t('entered')}</dt>
        <dd>{exact(entries, language)}</dd>
        <dt>{t('waiting')}</dt>
        <dd>{exact(waiting, language)}</dd>
        <dt>{t('failed')}</dt>
        <dd>{failed > 0 ? <Link to="/attention">{exact(failed, language)}</Link> : 0}</dd>
      </dl>
    </section>
  )
}

function sum(
  counts: ReadonlyMap<string, { readonly waiting: number; readonly failed: number }> | null,
  figure: 'waiting' | 'failed',
): number {
  return [...(counts?.values() ?? [])].reduce((total, node) => total + node[figure], 0)
}
