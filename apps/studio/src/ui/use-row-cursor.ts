import { useEffect, useState } from 'react'
import { useShortcuts } from './use-shortcuts.ts'

/** Moves through the rows of a list by the arrow keys; Enter opens. Answers the current row's id. */
export function useRowCursor(ids: readonly string[], open: (id: string) => void): string | undefined {
  const [current, setCurrent] = useState<string>()
  const index = current === undefined ? -1 : ids.indexOf(current)
  const go = (to: number) => setCurrent(ids[Math.max(0, Math.min(ids.length - 1, to))])
  useShortcuts({
    arrowdown: () => go(index + 1),
    arrowup: () => go(index < 0 ? ids.length - 1 : index - 1),
    enter: current !== undefined && index >= 0 ? () => open(current) : undefined,
  })
  useEffect(() => {
    if (index >= 0) document.querySelector('tr[aria-current="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])
  return index < 0 ? undefined : current
}
