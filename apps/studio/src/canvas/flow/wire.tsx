import type { ConnectionLineComponentProps } from '@xyflow/react'
import { roundedPath } from '../geometry/path.ts'
import { route } from '../geometry/route.ts'
import type { FlowNode } from './flow-types.ts'

/** The wire while it is dragged; it shows where it would be refused. */
export function Wire({ fromX, fromY, toX, toY, connectionStatus }: ConnectionLineComponentProps<FlowNode>) {
  const path = roundedPath(route({ x: fromX, y: fromY }, { x: toX, y: toY }))
  return <path className={connectionStatus === 'invalid' ? 'wire invalid' : 'wire'} d={path} />
}
