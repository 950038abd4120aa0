import {
  Background,
  BackgroundVariant,
  type Connection,
  type FinalConnectionState,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  SelectionMode,
  useReactFlow,
} from '@xyflow/react'
import '@xyflow/react/dist/base.css'
import { type DragEvent, useCallback, useRef } from 'react'
import { useText } from '../../app/i18n.ts'
import { addAt } from '../actions.ts'
import { useEditor, useEditorStores } from '../context.ts'
import { canConnect, connect } from '../document/edges.ts'
import { canvasTexts } from '../i18n.ts'
import { draggedKind } from '../palette/drag.ts'
import { useFlowLabels } from './aria.ts'
import { CanvasControls } from './canvas-controls.tsx'
import { EdgeView } from './edge-view.tsx'
import './flow.css'
import './node.css'
import './ports.css'
import './detail.css'
import { DetailLevel } from './detail-level.tsx'
import type { FlowEdge, FlowNode } from './flow-types.ts'
import { JumpToNode } from './jump-to-node.tsx'
import { NodeView } from './node-view.tsx'
import { useFlowElements } from './use-flow-elements.ts'
import { Wire } from './wire.tsx'

const nodeTypes = { journey: NodeView }
const edgeTypes = { journey: EdgeView }
const grid: [number, number] = [8, 8]
const fit = { maxZoom: 1, minZoom: 0.25, padding: 0.03 }
const hideMark = { hideAttribution: true }
/** From here on only what is in sight is drawn, as long as nodes are drawn in full. */
const MANY = 400

/** Where a journey that is smaller than the canvas begins, so that what is added below stays in sight. */
const TOP = 48

/** Shows all of a journey; a small one from the top. */
async function openView(flow: ReactFlowInstance<FlowNode, FlowEdge>): Promise<void> {
  await flow.fitView(fit)
  const { x, y, zoom } = flow.getViewport()
  const top = flow.getNodesBounds(flow.getNodes()).y * zoom
  if (top + y > TOP) await flow.setViewport({ x, y: TOP - top, zoom })
}

/** The canvas: the only place that knows React Flow. */
export function JourneyFlow() {
  return (
    <ReactFlowProvider>
      <Canvas />
    </ReactFlowProvider>
  )
}

function Canvas() {
  const { editor, callPalette } = useEditorStores()
  const t = useText(canvasTexts)
  const labels = useFlowLabels()
  const flow = useReactFlow<FlowNode, FlowEdge>()
  const frame = useRef<HTMLElement>(null)
  const { nodes, edges, onNodesChange, onEdgesChange } = useFlowElements()
  const empty = useEditor((state) => state.document.nodes.length === 0)

  const isValidConnection = useCallback(
    (wire: FlowEdge | Connection) => canConnect(editor.getState().document, readWire(wire)),
    [editor],
  )
  const onConnect = useCallback(
    (wire: Connection) => editor.getState().apply((journey) => connect(journey, readWire(wire))),
    [editor],
  )
  const mark = (on: boolean) => frame.current?.toggleAttribute('data-wiring', on)

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
      frame.current?.removeAttribute('data-wiring')
      const port = end.fromHandle?.id
      if (end.isValid || end.toNode || !end.fromNode || !port || !onPane(event)) return
      const screen = 'clientX' in event ? event : event.changedTouches[0]
      if (screen === undefined) return
      const point = { x: screen.clientX, y: screen.clientY }
      callPalette({
        screen: point,
        at: flow.screenToFlowPosition(point),
        wire: { from: end.fromNode.id, port },
      })
    },
    [callPalette, flow],
  )

  function onDrop(event: DragEvent) {
    const kind = draggedKind(event.dataTransfer)
    if (kind === null) return
    event.preventDefault()
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
    addAt(editor, kind, { at: { x: at.x, y: at.y - 24 } })
  }

  return (
    <main className="canvas" ref={frame} aria-label={t('canvas')}>
      <ReactFlow<FlowNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        isValidConnection={isValidConnection}
        onConnect={onConnect}
        onConnectStart={() => mark(true)}
        onConnectEnd={onConnectEnd}
        connectionLineComponent={Wire}
        connectionRadius={28}
        onInit={(instance: ReactFlowInstance<FlowNode, FlowEdge>) => void openView(instance)}
        onDragOver={(event) => {
          event.preventDefault()
          event.dataTransfer.dropEffect = 'move'
        }}
        onDrop={onDrop}
        onPaneClick={() => editor.getState().select([])}
        onlyRenderVisibleElements={nodes.length > MANY}
        selectionMode={SelectionMode.Partial}
        selectNodesOnDrag={false}
        elevateNodesOnSelect={false}
        nodeDragThreshold={2}
        deleteKeyCode={null}
        snapToGrid
        snapGrid={grid}
        minZoom={0.1}
        maxZoom={1.75}
        ariaLabelConfig={labels}
        proOptions={hideMark}
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={2.4} color="var(--mr-canvas-dot)" />
        <DetailLevel frame={frame} />
        <CanvasControls fit={fit} />
        <JumpToNode />
      </ReactFlow>
      {empty && <p className="canvas-empty">{t('emptyCanvas')}</p>}
    </main>
  )
}

function readWire(wire: FlowEdge | Connection) {
  return { from: wire.source, port: wire.sourceHandle ?? '', to: wire.target }
}

function onPane(event: MouseEvent | TouchEvent): boolean {
  return event.target instanceof Element && event.target.closest('.react-flow__pane') !== null
}
