import { useEffect, useState } from 'react'
import { useText } from '../app/i18n.ts'
import './states.css'
import { uiTexts } from './texts.ts'

const PATIENCE = 300
const ROWS = [62, 48, 70, 55, 64, 50]

function useLate(): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  return late
}

/** Still grey bars where rows will be, once one has waited long enough to wonder. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const t = useText(uiTexts)
  if (!useLate()) return null
  return (
    <div role="status">
      <span className="hidden-label">{t('loading')}</span>
      {ROWS.slice(0, rows).map((share) => (
        <div key={share} className="bones" aria-hidden="true">
          <span className="bone" style={{ width: `${share / 2}%` }} />
          <span className="bone" style={{ width: 64 }} />
          <span className="bone" style={{ width: 40 }} />
          <span className="bone" style={{ width: `${share / 5}%`, marginLeft: 'auto' }} />
        </div>
      ))}
    </div>
  )
}
