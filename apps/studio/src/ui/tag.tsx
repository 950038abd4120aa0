import type { ReactNode } from 'react'
import { Icon, type IconName } from '../icons/icon.tsx'
import './tag.css'

/** What a tag's colour says. */
export type Tone = 'plain' | 'line' | 'primary' | 'success' | 'warning' | 'error' | 'info'

interface Props {
  readonly tone?: Tone
  /** A shape beside the word: colour never speaks alone. */
  readonly mark?: 'dot' | 'ring' | IconName
  readonly children: ReactNode
}

/** A short word with a tone. */
export function Tag({ tone = 'plain', mark, children }: Props) {
  return (
    <span className={`tag ${tone}`}>
      {mark === 'dot' || mark === 'ring' ? <span className={`mark-${mark}`} aria-hidden="true" /> : null}
      {mark && mark !== 'dot' && mark !== 'ring' ? <Icon name={mark} size={12} /> : null}
      {children}
    </span>
  )
}
