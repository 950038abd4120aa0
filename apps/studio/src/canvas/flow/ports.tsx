import { Handle, Position, useReactFlow } from '@xyflow/react'
import type { KeyboardEvent } from 'react'
import { usePick, useText } from '../../app/i18n.ts'
import { useEditor, useEditorStores, useLive } from '../context.ts'
import { findJourneyNode, type JourneyNode } from '../document/parts.ts'
import { portsOf } from '../document/ports.ts'
import { portOffsets } from '../geometry/box.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'
import { IN } from './flow-types.ts'
import { Count } from './node-numbers.tsx'

/** Where wires arrive; while a wire is dragged the whole node takes it. */
export function InPort() {
  return (
    <Handle type="target" id={IN} position={Position.Top} className="port in" isConnectableStart={false} />
  )
}

/** The out-ports of a node at their places. */
export function OutPorts({ node }: { node: JourneyNode }) {
  const offsets = portOffsets(node)
  return portsOf(node).map((port) => (
    <OutPort
      key={port.id}
      id={node.id}
      port={port.id}
      label={port.label}
      left={offsets.get(port.id) ?? 0}
      failure={port.failure === true}
      goesOn={port.goesOn === true}
    />
  ))
}

function OutPort(props: {
  id: string
  port: string
  label: { zh: string; en: string }
  left: number
  failure: boolean
  goesOn: boolean
}) {
  const { id, port, left, failure, goesOn } = props
  const t = useText(canvasTexts)
  const pick = usePick()
  const text = useNodeText()
  const { callPalette } = useEditorStores()
  const flow = useReactFlow()
  const target = useEditor(
    (state) => state.document.edges.find((edge) => edge.from === id && edge.port === port)?.to,
  )
  const to = useEditor((state) =>
    target === undefined ? undefined : findJourneyNode(state.document, target),
  )
  const count = useLive((state) => state.counts?.get(id)?.left[port] ?? 0)
  const label = pick(props.label)
  const where = to ? t('leadsTo', { title: text.title(to) }) : t(goesOn ? 'leadsOn' : 'leadsNowhere')
  const quiet = failure && to === undefined && count === 0

  function open(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    event.stopPropagation()
    const { left: x, bottom: y } = event.currentTarget.getBoundingClientRect()
    callPalette({
      screen: { x, y },
      at: flow.screenToFlowPosition({ x, y: y + 24 }),
      wire: { from: id, port },
    })
  }

  return (
    <>
      <Handle
        type="source"
        id={port}
        position={Position.Bottom}
        className={['port out', to === undefined && 'loose', failure && 'failure', quiet && 'quiet']
          .filter(Boolean)
          .join(' ')}
        style={{ left }}
        isConnectableEnd={false}
        role="button"
        tabIndex={0}
        aria-label={t('portLabel', { port: label, target: where })}
        onKeyDown={open}
      />
      {failure && (
        <span className={quiet ? 'port-label quiet' : 'port-label'} style={{ right: 4 }}>
          {label} {count > 0 && <Count value={count} strong />}
        </span>
      )}
    </>
  )
}
