import { useEffect, useRef, useState } from 'react'
import { useLanguage, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { compact, exact } from '../../ui/format-number.ts'
import { useLive } from '../context.ts'
import { canvasTexts } from '../i18n.ts'
import { passed } from '../store/numbers.ts'

const FLASH = 600

/** A count that takes the primary colour for 600 ms when it changes; the exact figure is in its tooltip. */
export function Count({ value, strong = false }: { value: number; strong?: boolean }) {
  const language = useLanguage()
  const before = useRef(value)
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    setChanged(true)
    const timer = setTimeout(() => setChanged(false), FLASH)
    return () => clearTimeout(timer)
  }, [value])
  const Tag = strong ? 'b' : 'span'
  return (
    <Tag className={changed ? 'count changed' : 'count'} title={exact(value, language)}>
      {compact(value, language)}
    </Tag>
  )
}

/** Right of the title: who needs attention, else who is in flight; a pause sign while nothing acts. */
export function InFlight({ id }: { id: string }) {
  const t = useText(canvasTexts)
  const failed = useLive((state) => state.counts?.get(id)?.failed ?? 0)
  const waiting = useLive((state) => state.counts?.get(id)?.waiting ?? 0)
  const paused = useLive((state) => state.paused)
  if (failed > 0) {
    return (
      <span className="node-count attention">
        <Count value={failed} strong />
        <i>{t('needsAttention')}</i>
      </span>
    )
  }
  if (paused) {
    return (
      <span className="node-count" title={t('pausedNode')}>
        <Icon name="pause" size={14} />
      </span>
    )
  }
  if (waiting === 0) return null
  return (
    <span className="node-count">
      <Count value={waiting} strong />
      <i>{t('inFlight')}</i>
    </span>
  )
}

/** Right of the summary: who went on. */
export function Passed({ id }: { id: string }) {
  const t = useText(canvasTexts)
  const count = useLive((state) => (state.counts === null ? null : passed(state.counts.get(id))))
  if (count === null) return null
  return (
    <span className="node-count">
      <Count value={count} />
      <i>{t('passedBy')}</i>
    </span>
  )
}

/** In a pill: who came in, or who left by this end. */
export function Through({ id, word }: { id: string; word: 'came' | 'leftHere' }) {
  const t = useText(canvasTexts)
  const count = useLive((state) => (state.counts === null ? null : (state.counts.get(id)?.entered ?? 0)))
  if (count === null) return null
  return (
    <span className="node-count">
      <Count value={count} strong />
      <i>{t(word)}</i>
    </span>
  )
}

/** People who left by one port. */
export function PortCount({ id, port }: { id: string; port: string }) {
  const count = useLive((state) => (state.counts === null ? null : (state.counts.get(id)?.left[port] ?? 0)))
  return count === null ? null : <Count value={count} strong />
}
