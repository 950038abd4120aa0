import type { Journey } from '@millrace/graph'
import { useState } from 'react'
import { type Routes, routeAll, sameLines } from '../geometry/routes.ts'

/** The lines of the edges; a change of settings alone moves none. */
export function useRoutes(document: Journey): Routes {
  const [kept, setKept] = useState(() => ({ document, routes: routeAll(document) }))
  if (kept.document === document) return kept.routes
  const routes = sameLines(kept.document, document) ? kept.routes : routeAll(document)
  setKept({ document, routes })
  return routes
}
