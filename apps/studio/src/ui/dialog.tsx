import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { useText } from '../app/i18n.ts'
import { Action } from './action.tsx'
import './field.css'
import { ProblemNote } from './problem-note.tsx'
import { uiTexts } from './texts.ts'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly close: () => void
  readonly submit: () => void
  /** The verb on the button. */
  readonly verb: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly busy?: boolean
  readonly error?: unknown
  readonly width?: number
  readonly children: ReactNode
}

/** A question with one answer: Enter gives it, Escape leaves. */
export function Dialog(props: Props) {
  const t = useText(uiTexts)
  const { title, open, close, submit, verb, danger = false, disabled = false, busy = false } = props
  return (
    <Modal
      title={title}
      open={open}
      onCancel={close}
      footer={null}
      width={props.width ?? 440}
      destroyOnHidden
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!disabled && !busy) submit()
        }}
      >
        {props.children}
        {props.error ? (
          <div style={{ marginTop: 12 }}>
            <ProblemNote error={props.error} />
          </div>
        ) : null}
        <div className="dialog-foot">
          <Action onClick={close}>{t('cancel')}</Action>
          <Action type="primary" htmlType="submit" danger={danger} disabled={disabled} loading={busy}>
            {verb}
          </Action>
        </div>
      </form>
    </Modal>
  )
}
