import { useOnViewportChange, useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect } from 'react'

/** How much of a node is drawn at a zoom: everything, a title and one number, or a box. */
export function detailAt(zoom: number): 'full' | 'short' | 'box' {
  return zoom >= 0.85 ? 'full' : zoom >= 0.5 ? 'short' : 'box'
}

/** Writes the level of detail on the frame, so that CSS alone redraws and no node renders for a zoom. */
export function DetailLevel({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const flow = useReactFlow()
  const show = useCallback(
    (zoom: number) => {
      const element = frame.current
      if (element === null) return
      const detail = detailAt(zoom)
      if (element.dataset.detail !== detail) element.dataset.detail = detail
      const size = detail === 'short' ? `${Math.round(12 / zoom)}px` : ''
      if (element.style.getPropertyValue('--short-size') !== size)
        element.style.setProperty('--short-size', size)
    },
    [frame],
  )
  useOnViewportChange({ onChange: ({ zoom }) => show(zoom) })
  useEffect(() => show(flow.getZoom()), [flow, show])
  return null
}
