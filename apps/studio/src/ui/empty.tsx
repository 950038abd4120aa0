import type { ReactNode } from 'react'
import './states.css'

/** Nothing here yet: one sentence that teaches, and one thing to do. */
export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="empty-state">
      <h2>{title}</h2>
      <p>{text}</p>
      <div className="actions">{children}</div>
    </section>
  )
}
