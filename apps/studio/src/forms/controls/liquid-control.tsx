import { Button, Dropdown, Input } from 'antd'
import { type ComponentRef, useRef } from 'react'
import { useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { type ControlProps, textOf } from '../control.ts'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'

const eventFields = ['amount', 'order_id', 'product']

/** Text with variables; the menu puts one where the caret stands, with a default so that it never comes out empty. */
export function LiquidControl({ id, value, invalid, onChange }: ControlProps) {
  const t = useText(formTexts)
  const { attributes } = useMeta()
  const area = useRef<ComponentRef<typeof Input.TextArea>>(null)
  // Where the caret last stood; a field that was never entered takes variables at its end.
  const caret = useRef<readonly [number, number]>(null)
  const text = textOf(value)

  function insert(variable: string) {
    const input = area.current?.resizableTextArea?.textArea
    const [start, end] = caret.current ?? [text.length, text.length]
    const tag = `{{ ${variable} | default: "${variable.startsWith('contact.') ? t('fallback') : ''}" }}`
    onChange(text.slice(0, start) + tag + text.slice(end))
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(start + tag.length, start + tag.length)
      caret.current = [start + tag.length, start + tag.length]
    })
  }

  const items = [
    {
      key: 'contact',
      type: 'group' as const,
      label: t('contactVariables'),
      children: [...attributes.map(({ name }) => `contact.${name}`), 'points'].map((key) => ({
        key,
        label: key,
      })),
    },
    {
      key: 'event',
      type: 'group' as const,
      label: t('eventVariables'),
      children: eventFields.map((name) => ({ key: `event.${name}`, label: `event.${name}` })),
    },
  ]

  return (
    <div className={`form-liquid${invalid ? ' invalid' : ''}`}>
      <Input.TextArea
        id={id}
        ref={area}
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={text}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          caret.current = [selectionStart, selectionEnd]
        }}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
      <div className="form-liquid-bar">
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => insert(key) }}>
          <Button size="small" type="text" icon={<Icon name="braces" size={14} />}>
            {t('insertVariable')}
          </Button>
        </Dropdown>
      </div>
    </div>
  )
}
