import { Button } from 'antd'
import { Link } from 'react-router'
import { useText } from '../../app/i18n.ts'
import { Logo } from '../../app/logo.tsx'
import { Icon, type IconName } from '../../icons/icon.tsx'
import { Action } from '../../ui/action.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useEditor, useEditorStores, useLive } from '../context.ts'
import { canvasTexts } from '../i18n.ts'
import type { Autosave } from '../save/autosave.ts'
import { type JourneyStatus, usePublishing } from '../use-publishing.ts'
import { SaveNote } from './save-note.tsx'
import './top-bar.css'

/** Where one is, whether it is saved, and the one thing to do: publish. */
export function TopBar(props: { status: JourneyStatus; autosave: Autosave; onRefused(): void }) {
  const { status, autosave, onRefused } = props
  const { editor } = useEditorStores()
  const t = useText(canvasTexts)
  const name = useEditor((state) => state.document.name)
  const canUndo = useEditor((state) => state.past.length > 0)
  const canRedo = useEditor((state) => state.future.length > 0)
  const { publish, pause, resume, busy } = usePublishing({ status, autosave, onRefused })
  return (
    <header className="top-bar">
      <Logo />
      <Link to="/journeys" className="top-back" aria-label={t('back')} title={t('back')}>
        <Icon name="chevron-left" size={16} />
      </Link>
      <h1 className="top-name">{name}</h1>
      <VersionTag status={status} />
      <DraftTag status={status} />
      <SaveNote autosave={autosave} />
      <span className="top-space" />
      <IconButton icon="undo" label={t('undo')} disabled={!canUndo} act={() => editor.getState().undo()} />
      <IconButton icon="redo" label={t('redo')} disabled={!canRedo} act={() => editor.getState().redo()} />
      <span className="rule-v" />
      {status.state === 'active' && (
        <Action icon="pause" disabled={busy} onClick={pause}>
          {t('pause')}
        </Action>
      )}
      {status.state === 'paused' && (
        <Action icon="play" disabled={busy} onClick={resume}>
          {t('resume')}
        </Action>
      )}
      <Action type="primary" icon="publish" loading={busy} onClick={publish}>
        {t('publish', { version: (status.version ?? 0) + 1 })}
      </Action>
    </header>
  )
}

function VersionTag({ status: { version, state } }: { status: JourneyStatus }) {
  const t = useText(canvasTexts)
  if (version === null) return null
  if (state === 'paused') {
    return (
      <Tag tone="warning" mark="pause">
        {t('versionPaused', { version })}
      </Tag>
    )
  }
  if (state === 'archived') return <Tag mark="archive">{t('versionArchived', { version })}</Tag>
  return (
    <Tag tone="success" mark="dot">
      {t('version', { version })}
    </Tag>
  )
}

function DraftTag({ status }: { status: JourneyStatus }) {
  const t = useText(canvasTexts)
  const count = useLive((state) => state.changed.size)
  const version = (status.version ?? 0) + 1
  if (status.version === null) return <Tag tone="line">{t('draft', { version })}</Tag>
  return count === 0 ? null : <Tag tone="line">{t('draftChanges', { version, count })}</Tag>
}

function IconButton(props: { icon: IconName; label: string; disabled: boolean; act: () => void }) {
  const { icon, label, disabled, act } = props
  return (
    <Button
      type="text"
      className="top-icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      icon={<Icon name={icon} size={16} />}
      onClick={act}
    />
  )
}
