import { findNode } from '@millrace/nodes'
import { type FitViewOptions, MiniMap, Panel, useReactFlow, useStore } from '@xyflow/react'
import { Button } from 'antd'
import { useText } from '../../app/i18n.ts'
import { Icon, type IconName } from '../../icons/icon.tsx'
import { canvasTexts } from '../i18n.ts'
import type { FlowNode } from './flow-types.ts'

const colourOf = ({ data, selected }: FlowNode) =>
  selected ? 'var(--color-primary)' : `var(--mr-${findNode(data.node.kind)?.family ?? 'end'})`

/** Minimap and zoom, bottom left. */
export function CanvasControls({ fit }: { fit: FitViewOptions }) {
  const t = useText(canvasTexts)
  const flow = useReactFlow()
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <>
      <MiniMap<FlowNode>
        position="bottom-left"
        className="minimap"
        style={{ width: 176, height: 116 }}
        nodeColor={colourOf}
        nodeBorderRadius={6}
        nodeStrokeWidth={0}
        pannable
        zoomable
      />
      <Panel position="bottom-left" className="zoom float">
        <Tool icon="minus" label={t('zoomOut')} act={() => void flow.zoomOut({ duration: 120 })} />
        <span className="zoom-value">{zoom}%</span>
        <Tool icon="plus" label={t('zoomIn')} act={() => void flow.zoomIn({ duration: 120 })} />
        <span className="rule-v" />
        <Tool icon="fit" label={t('fitView')} act={() => void flow.fitView({ ...fit, duration: 200 })} />
      </Panel>
    </>
  )
}

function Tool({ icon, label, act }: { icon: IconName; label: string; act: () => void }) {
  return (
    <Button
      type="text"
      size="small"
      aria-label={label}
      title={label}
      icon={<Icon name={icon} size={14} />}
      onClick={act}
    />
  )
}
