import { Input, type InputRef } from 'antd'
import { useRef } from 'react'
import { Icon } from '../icons/icon.tsx'
import { Key } from './key.tsx'
import { useShortcuts } from './use-shortcuts.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A search that `/` reaches from anywhere on the page. */
export function SearchField({ label, value, onChange }: Props) {
  const input = useRef<InputRef>(null)
  useShortcuts({ '/': () => input.current?.focus() })
  return (
    <Input
      ref={input}
      className="search-field"
      style={{ width: 216 }}
      aria-label={label}
      placeholder={label}
      value={value}
      prefix={
        <span className="tertiary">
          <Icon name="search" size={14} />
        </span>
      }
      suffix={value ? null : <Key>/</Key>}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        onChange('')
        input.current?.blur()
      }}
    />
  )
}
