import type { PortInfo } from '@millrace/nodes'
import { Select } from 'antd'
import { usePick, useText } from '../../app/i18n.ts'
import { useEditor, useEditorStores } from '../context.ts'
import { connect, removeEdges } from '../document/edges.ts'
import { edgeId, type JourneyNode } from '../document/parts.ts'
import { portsOf } from '../document/ports.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'

/** Where each port leads; the same wires as on the canvas, for hands that do not drag. */
export function PortList({ node }: { node: JourneyNode }) {
  const t = useText(canvasTexts)
  const ports = portsOf(node)
  if (ports.length === 0) return null
  return (
    <section className="inspector-section">
      <h3 className="form-label">{t('ports')}</h3>
      <div className="port-list">
        {ports.map((port) => (
          <PortRow key={port.id} node={node} port={port} />
        ))}
      </div>
    </section>
  )
}

function PortRow({ node, port }: { node: JourneyNode; port: PortInfo }) {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const pick = usePick()
  const text = useNodeText()
  const nodes = useEditor((state) => state.document.nodes)
  const to = useEditor(
    (state) => state.document.edges.find((edge) => edge.from === node.id && edge.port === port.id)?.to,
  )
  const label = pick(port.label)
  const ref = { from: node.id, port: port.id }
  const wire = (target: string | undefined) =>
    editor
      .getState()
      .apply((journey) =>
        target === undefined
          ? removeEdges(journey, new Set([edgeId(ref)]))
          : connect(journey, { ...ref, to: target }),
      )
  return (
    <div className="port-row">
      <span className={port.failure ? 'port-mark failure' : 'port-mark'} aria-hidden="true" />
      <span className="port-row-label">{label}</span>
      <Select
        size="small"
        variant="borderless"
        className="port-row-target"
        aria-label={t('choosePortTarget', { port: label })}
        placeholder={t(port.goesOn ? 'notConnectedGoesOn' : 'notConnected')}
        allowClear
        suffixIcon={null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={to ?? null}
        options={nodes
          .filter(({ id, kind }) => kind !== 'entry' && id !== node.id)
          .map((item) => ({ value: item.id, label: text.title(item) }))}
        onChange={(target: string | undefined) => wire(target)}
      />
    </div>
  )
}
