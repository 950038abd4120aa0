import { useStore } from 'zustand'
import { useLanguage, usePick, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { clock } from '../../ui/format-time.ts'
import { canvasTexts } from '../i18n.ts'
import type { Autosave } from '../save/autosave.ts'

/** Whether the server has what is drawn; told to screen readers when it changes for the worse. */
export function SaveNote({ autosave }: { autosave: Autosave }) {
  const t = useText(canvasTexts)
  const language = useLanguage()
  const pick = usePick()
  const state = useStore(autosave.state)
  switch (state.kind) {
    case 'saved':
      return (
        <Note icon="check">
          {state.at === null ? t('savedAll') : t('saved', { time: clock(new Date(state.at), { language }) })}
        </Note>
      )
    case 'pending':
    case 'saving':
      return <Note>{t(state.kind)}</Note>
    case 'offline':
      return <Note tone="warning">{t('offline')}</Note>
    case 'refused':
      return <Note tone="error">{t('refused', { reason: pick(state.reason) })}</Note>
    case 'conflict':
      return <Note tone="error">{t('conflict')}</Note>
    default:
      return state satisfies never
  }
}

function Note(props: { icon?: 'check'; tone?: 'warning' | 'error'; children: string }) {
  const { icon, tone, children } = props
  return (
    <span className={`save-note ${tone ?? ''}`} role={tone ? 'alert' : 'status'} title={children}>
      {icon && <Icon name={icon} size={14} />}
      {tone && <Icon name={tone} size={14} />}
      <span>{children}</span>
    </span>
  )
}
