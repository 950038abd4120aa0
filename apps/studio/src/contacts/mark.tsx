import { Icon } from '../icons/icon.tsx'
import './mark.css'

/** The families that colour a mark. */
export type MarkFamily = 'entry' | 'reach' | 'reward' | 'contact' | 'people' | 'time' | 'logic' | 'end'

/** A node's or event's icon on its family's ground. */
export function Mark({ family, icon }: { family: MarkFamily; icon: string }) {
  const style = { color: `var(--mr-${family})`, background: `var(--mr-${family}-bg)` }
  return (
    <span className="mark" style={style}>
      <Icon name={icon} size={14} />
    </span>
  )
}
