import { findNode } from '@millrace/nodes'
import type { Diagnostic } from '@millrace/program'
import { Button, Input } from 'antd'
import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '../../app/i18n.ts'
import { ConfigForm } from '../../forms/config-form.tsx'
import { FaultLines, FaultProvider } from '../../forms/faults.tsx'
import { Icon, type IconName } from '../../icons/icon.tsx'
import { deleteSelection, duplicateSelection } from '../actions.ts'
import { useEditorStores, useLive } from '../context.ts'
import { setConfig, setTitle } from '../document/nodes.ts'
import type { JourneyNode } from '../document/parts.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'
import { NodeFigures } from './node-figures.tsx'
import { PortList } from './port-list.tsx'

const fine: readonly Diagnostic[] = []

/** One node's name, settings, ports and figures. */
export function NodePanel({ node }: { node: JourneyNode }) {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const faults = useLive((state) => state.byNode.get(node.id)) ?? fine
  const body = useRef<HTMLFieldSetElement>(null)
  useFocusField(body, node.id)
  const endGesture = () => editor.getState().endGesture()
  return (
    <>
      <PanelHead node={node} />
      <fieldset className="inspector-body" ref={body} onBlur={endGesture} aria-label={t('inspector')}>
        <FaultProvider faults={faults}>
          <FaultLines faults={faults.filter(({ field }) => field === undefined)} />
          <ConfigForm
            id={`field-${node.id}`}
            kind={node.kind}
            config={node.config}
            onChange={(config, key) =>
              // What a form holds is JSON, as the document's config is.
              editor
                .getState()
                .apply(
                  (journey) => setConfig(journey, node.id, config as JourneyNode['config']),
                  `config ${node.id} ${key}`,
                )
            }
          />
        </FaultProvider>
        <PortList node={node} />
      </fieldset>
      <NodeFigures id={node.id} />
    </>
  )
}

function PanelHead({ node }: { node: JourneyNode }) {
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const text = useNodeText()
  const family = findNode(node.kind)?.family ?? 'end'
  const duplicates = node.kind !== 'entry'
  return (
    <div className={`inspector-head f-${family}`}>
      <span className="node-mark">
        <Icon name={findNode(node.kind)?.icon ?? 'unknown'} size={16} />
      </span>
      <Input
        variant="borderless"
        className="inspector-title"
        aria-label={t('nodeTitle')}
        value={node.title ?? ''}
        placeholder={text.title({ ...node, title: '' })}
        maxLength={200}
        onChange={(event) =>
          editor
            .getState()
            .apply((journey) => setTitle(journey, node.id, event.target.value), `title ${node.id}`)
        }
        onBlur={() => editor.getState().endGesture()}
      />
      {duplicates && <Tool icon="copy" label={t('duplicate')} act={() => duplicateSelection(editor)} />}
      <Tool icon="trash" label={t('remove')} act={() => deleteSelection(editor)} />
      <Tool icon="close" label={t('close')} act={() => editor.getState().select([])} />
    </div>
  )
}

/** A small button that is all icon; its word is its name. */
export function Tool({ icon, label, act }: { icon: IconName; label: string; act: () => void }) {
  return (
    <Button
      type="text"
      size="small"
      className="tool"
      aria-label={label}
      title={label}
      icon={<Icon name={icon} size={14} />}
      onClick={act}
    />
  )
}

/** Puts the caret into the field that a problem names. */
function useFocusField(body: RefObject<HTMLElement | null>, node: string): void {
  const jump = useLive((state) => state.jump)
  useEffect(() => {
    if (jump?.node !== node || jump.field === undefined) return
    const [key = ''] = jump.field.split('.')
    const fields = [...(body.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])]
    const exact = fields.find((field) => field.dataset.field === jump.field)
    const field = exact ?? fields.find((item) => item.dataset.field?.split('.')[0] === key)
    field?.scrollIntoView({ block: 'nearest' })
    field?.querySelector<HTMLElement>('input, textarea, [tabindex="0"]')?.focus()
  }, [jump, node, body])
}
