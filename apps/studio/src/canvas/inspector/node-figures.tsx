import { useLanguage, useText } from '../../app/i18n.ts'
import { exact } from '../../ui/format-number.ts'
import { useLive } from '../context.ts'
import { canvasTexts } from '../i18n.ts'

const figures = ['entered', 'waiting', 'failed'] as const

/** The node's figures, exact. */
export function NodeFigures({ id }: { id: string }) {
  const t = useText(canvasTexts)
  const language = useLanguage()
  const counts = useLive((state) => state.counts?.get(id))
  if (counts === undefined) return null
  return (
    <dl className="inspector-figures">
      {figures.map((figure) => (
        <div key={figure}>
          <dd className={figure === 'failed' && counts.failed > 0 ? 'attention' : ''}>
            {exact(counts[figure], language)}
          </dd>
          <dt>{t(figure)}</dt>
        </div>
      ))}
    </dl>
  )
}
