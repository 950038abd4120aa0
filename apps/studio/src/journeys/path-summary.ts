import type { JourneyRow } from '../api/journeys.ts'
import { usePick } from '../app/i18n.ts'
import { nodeFace } from '../drawing/node-face.ts'

/** Joins the main way of a journey into one line, in the user's own titles where there are any. */
export function usePathSummary(): (path: JourneyRow['path']) => string {
  const pick = usePick()
  return (path) =>
    path
      .map(({ kind, title }) => {
        const face = nodeFace(kind)
        return title || (face ? pick(face.title) : kind)
      })
      .join(' → ')
}
