import { findNode, type PortInfo } from '@millrace/nodes'
import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { usePick, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { useLive } from '../context.ts'
import type { JourneyNode } from '../document/parts.ts'
import { portsOf, rowPorts } from '../document/ports.ts'
import { hasPortRow, isPill } from '../geometry/box.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'
import type { FlowNode } from './flow-types.ts'
import { InFlight, Passed, PortCount, Through } from './node-numbers.tsx'
import { InPort, OutPorts } from './ports.tsx'

/** A node on the canvas. Dragging it changes none of its props, so it is drawn once per change of its content. */
export const NodeView = memo(
  function NodeView({ data: { node }, selected }: NodeProps<FlowNode>) {
    const family = findNode(node.kind)?.family ?? 'end'
    const severity = useLive((state) => worst(state.byNode.get(node.id)))
    const offWay = useLive((state) => state.way !== null && !state.way.nodes.has(node.id))
    const paused = useLive((state) => state.paused && !isPill(node.kind))
    const classes = [
      'node',
      `f-${family}`,
      isPill(node.kind) && 'pill',
      selected && 'selected',
      severity === 'error' && 'error',
      paused && 'paused',
      offWay && 'off-way',
    ]
    return (
      <>
        <div className={classes.filter(Boolean).join(' ')} data-node={node.id}>
          {isPill(node.kind) ? <Pill node={node} /> : <Card node={node} />}
          <Badges id={node.id} />
        </div>
        {node.kind !== 'entry' && <InPort />}
        <OutPorts node={node} />
      </>
    )
  },
  (before, after) => before.data === after.data && before.selected === after.selected,
)

function Mark({ node }: { node: JourneyNode }) {
  return (
    <span className="node-mark">
      <Icon name={findNode(node.kind)?.icon ?? 'unknown'} size={isPill(node.kind) ? 14 : 16} />
    </span>
  )
}

function Card({ node }: { node: JourneyNode }) {
  const text = useNodeText()
  const [title, summary] = [text.title(node), text.summary(node)]
  return (
    <>
      <div className="node-body">
        <Mark node={node} />
        <div className="node-lines">
          <div className="node-line">
            <span className="node-title" title={title}>
              {title}
            </span>
            <Changed id={node.id} />
            <InFlight id={node.id} />
          </div>
          <div className="node-line second">
            <span className="node-summary" title={summary}>
              {summary}
            </span>
            <Passed id={node.id} />
          </div>
        </div>
      </div>
      {hasPortRow(node) && <PortRow id={node.id} ports={rowPorts(portsOf(node))} />}
    </>
  )
}

function Pill({ node }: { node: JourneyNode }) {
  const text = useNodeText()
  const [title, summary] = [text.title(node), text.summary(node)]
  return (
    <div className="node-body">
      <Mark node={node} />
      <div className="node-lines">
        <div className="node-line">
          <span className="node-title" title={title}>
            {title}
          </span>
          <span className="node-summary" title={summary}>
            {summary}
          </span>
          <Through id={node.id} word={node.kind === 'entry' ? 'came' : 'leftHere'} />
        </div>
      </div>
    </div>
  )
}

function PortRow({ id, ports }: { id: string; ports: readonly PortInfo[] }) {
  const pick = usePick()
  return (
    <div className="node-ports">
      {ports.map((port) => (
        <div key={port.id} className="node-port">
          <span className="node-port-label" title={pick(port.label)}>
            {pick(port.label)}
          </span>
          <PortCount id={id} port={port.id} />
        </div>
      ))}
    </div>
  )
}

function Changed({ id }: { id: string }) {
  const t = useText(canvasTexts)
  const changed = useLive((state) => state.changed.has(id))
  return changed ? (
    <span className="node-changed" role="img" aria-label={t('changedNode')} title={t('changedNode')} />
  ) : null
}

function Badges({ id }: { id: string }) {
  const t = useText(canvasTexts)
  const errors = useLive(
    (state) => state.byNode.get(id)?.filter((item) => item.severity === 'error').length ?? 0,
  )
  const warnings = useLive(
    (state) => state.byNode.get(id)?.filter((item) => item.severity === 'warning').length ?? 0,
  )
  const [tone, count] = errors > 0 ? (['error', errors] as const) : (['warning', warnings] as const)
  if (count === 0) return null
  const label = t(tone === 'error' ? 'errors' : 'warnings', { count })
  return (
    <span className={`node-badge ${tone}`} role="img" aria-label={label} title={label}>
      <Icon name={tone} size={12} />
      {count}
    </span>
  )
}

function worst(diagnostics: readonly { readonly severity: string }[] | undefined): string | undefined {
  return diagnostics?.some(({ severity }) => severity === 'error') ? 'error' : undefined
}
