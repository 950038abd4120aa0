import { useEffect, useRef } from 'react'

/** What each key does; keys are `KeyboardEvent.key`, in lower case. */
export type Shortcuts = { readonly [key: string]: (() => void) | undefined }

const busy = '.ant-modal-wrap, .ant-dropdown:not(.ant-dropdown-hidden), .ant-select-open'

function elsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return true
  const open = [...document.querySelectorAll<HTMLElement>(busy)].some(
    (element) => element.offsetParent !== null,
  )
  return open || document.querySelector('.ant-modal-wrap') !== null
}

/** Keys of a page; they rest while somebody types or a dialog or menu is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = current.current[event.key.toLowerCase()]
      if (!act || elsewhere(event)) return
      // A focused link or button takes Enter for itself.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button'))
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
