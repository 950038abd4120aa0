import type { AnyNode, Family } from '@millrace/nodes'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import { usePick, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { Key } from '../../ui/key.tsx'
import { canvasTexts } from '../i18n.ts'
import { dragKind } from './drag.ts'
import { searchPalette } from './search.ts'
import './palette.css'

const families = {
  entry: 'familyEntry',
  reach: 'familyReach',
  reward: 'familyReward',
  contact: 'familyContact',
  people: 'familyPeople',
  time: 'familyTime',
  logic: 'familyLogic',
  end: 'familyEnd',
} as const satisfies Record<Family, string>

/** Nodes by family under a search in both languages; Enter in the search takes the first hit. */
export function PaletteList(props: {
  /** Left out, because it makes no sense here. */
  without?: readonly string[]
  /** Shown but not to be had, because the journey has it already. */
  taken?: readonly string[]
  search?: RefObject<InputRef | null>
  autoFocus?: boolean
  shortcut?: string
  draggable?: boolean
  onChoose(kind: string): void
}) {
  const { without = [], taken = [], draggable = false, onChoose } = props
  const t = useText(canvasTexts)
  const [query, setQuery] = useState('')
  const groups = searchPalette(query, { without })
  const first = groups.flatMap(({ nodes }) => nodes).find(({ kind }) => !taken.includes(kind))

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Escape' && query !== '') {
      event.stopPropagation()
      setQuery('')
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || first === undefined) return
    event.preventDefault()
    setQuery('')
    onChoose(first.kind)
  }

  return (
    <>
      <Input
        {...(props.search ? { ref: props.search } : {})}
        autoFocus={props.autoFocus ?? false}
        aria-label={t('searchNodes')}
        placeholder={t('searchNodes')}
        prefix={
          <span className="palette-lens">
            <Icon name="search" size={14} />
          </span>
        }
        suffix={props.shortcut && query === '' ? <Key>{props.shortcut}</Key> : null}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {groups.length === 0 && <p className="palette-nothing">{t('nothingFound', { query })}</p>}
      {groups.map(({ family, nodes }) => (
        <section key={family} className="palette-group">
          <h3>{t(families[family])}</h3>
          {nodes.map((node) => (
            <PaletteItem
              key={node.kind}
              node={node}
              draggable={draggable}
              taken={taken.includes(node.kind)}
              onChoose={onChoose}
            />
          ))}
        </section>
      ))}
    </>
  )
}

function PaletteItem(props: {
  node: AnyNode
  draggable: boolean
  taken: boolean
  onChoose(kind: string): void
}) {
  const { node, taken, onChoose } = props
  const draggable = props.draggable && !taken
  const t = useText(canvasTexts)
  const pick = usePick()
  return (
    <button
      type="button"
      className={`palette-item f-${node.family}`}
      title={taken ? t('entryTaken') : pick(node.help)}
      disabled={taken}
      data-kind={node.kind}
      draggable={draggable}
      onDragStart={(event) => dragKind(event.dataTransfer, node.kind)}
      onClick={() => onChoose(node.kind)}
    >
      <span className="node-mark">
        <Icon name={node.icon} size={14} />
      </span>
      <span className="palette-name">{pick(node.title)}</span>
      {draggable && (
        <span className="palette-grip">
          <Icon name="grip" size={14} />
        </span>
      )}
    </button>
  )
}
