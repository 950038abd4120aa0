import { type EdgeProps, useReactFlow } from '@xyflow/react'
import { type MouseEvent, memo } from 'react'
import { useText } from '../../app/i18n.ts'
import { useEditor, useEditorStores, useLive } from '../context.ts'
import type { Point } from '../document/parts.ts'
import { middle, roundedPath, straighten } from '../geometry/path.ts'
import { route } from '../geometry/route.ts'
import { canvasTexts } from '../i18n.ts'
import { ribbonWidth } from '../store/numbers.ts'
import type { FlowEdge } from './flow-types.ts'

/** React Flow ends an edge at the rim of a handle; ours are 24 px and centred on the node's border. */
const RIM = 12

/** An edge: a ribbon as wide as the share of people on it, a 1 px core, and a + on hover. */
export const EdgeView = memo(function EdgeView(props: EdgeProps<FlowEdge>) {
  const { id, source, target, data, selected } = props
  const from = { x: props.sourceX, y: props.sourceY - RIM }
  const to = { x: props.targetX, y: props.targetY + RIM }
  const line = straighten(fits(data?.line, from, to) ? data.line : route(from, to))
  const port = data?.port ?? ''
  const width = useLive((state) => ribbonWidth(state.counts?.get(source)?.left[port] ?? 0, state.entries))
  const hot = useEditor((state) => state.selection.has(source) || state.selection.has(target))
  const onWay = useLive((state) => (state.way === null ? null : state.way.edges.has(id)))
  const path = roundedPath(line)
  const classes = [
    'edge',
    (hot || selected) && 'hot',
    selected && 'selected',
    onWay === true && 'on-way',
    onWay === false && 'off-way',
  ]
  return (
    <g className={classes.filter(Boolean).join(' ')}>
      {width > 0 && <path className="edge-ribbon" d={path} strokeWidth={width} />}
      <path className="edge-core" d={path} />
      <path className="edge-tip" d={`M${to.x - 4.5} ${to.y - 7}h9l-4.5 6z`} />
      <path className="edge-hit" d={path} />
      <InsertButton edge={{ from: source, port }} at={middle(line)} />
    </g>
  )
})

function InsertButton({ edge, at }: { edge: { from: string; port: string }; at: Point }) {
  const t = useText(canvasTexts)
  const { callPalette } = useEditorStores()
  const flow = useReactFlow()
  function open(event: MouseEvent<SVGGElement>) {
    event.stopPropagation()
    const screen = flow.flowToScreenPosition({ x: at.x, y: at.y })
    callPalette({ screen: { x: screen.x + 14, y: screen.y }, at: { ...at }, edge })
  }
  return (
    // By keyboard the selected edge offers the same in the inspector.
    // biome-ignore lint/a11y/noStaticElementInteractions: svg has no button
    <g className="edge-plus" transform={`translate(${at.x} ${at.y})`} onClick={open} data-testid="insert">
      <title>{t('insertHere')}</title>
      <circle r="10" />
      <path d="M-4 0h8M0 -4v8" />
    </g>
  )
}

/** Whether a routed line still joins these ends: while a node is dragged it does not. */
function fits(line: readonly Point[] | null | undefined, from: Point, to: Point): line is readonly Point[] {
  const [start, end] = [line?.[0], line?.at(-1)]
  if (start === undefined || end === undefined) return false
  return near(start, from) && near(end, to)
}

function near(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 2 && Math.abs(a.y - b.y) < 2
}
