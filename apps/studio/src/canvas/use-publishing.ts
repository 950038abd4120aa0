import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api/api.ts'
import type { JourneyState } from '../api/journeys.ts'
import { keys } from '../api/keys.ts'
import { Problem } from '../api/problem.ts'
import { useText } from '../app/i18n.ts'
import { useProblemText } from '../ui/problem-text.ts'
import { useEditorStores } from './context.ts'
import { canvasTexts } from './i18n.ts'
import type { Autosave } from './save/autosave.ts'

/** What the server says of the journey beside its document. */
export interface JourneyStatus {
  readonly id: string
  readonly state: JourneyState
  readonly version: number | null
}

/** Publishes, pauses and resumes; what is drawn is saved first, and a refusal is shown where it can be mended. */
export function usePublishing(props: { status: JourneyStatus; autosave: Autosave; onRefused(): void }) {
  const { status, autosave, onRefused } = props
  const { live } = useEditorStores()
  const client = useQueryClient()
  const { message } = App.useApp()
  const t = useText(canvasTexts)
  const lines = useProblemText()
  const [busy, setBusy] = useState(false)

  async function run(work: () => Promise<unknown>) {
    setBusy(true)
    try {
      await work()
    } catch (fault) {
      void message.error(t('actionFailed', { reason: lines(fault).join(' ') }))
    } finally {
      setBusy(false)
      await client.invalidateQueries({ queryKey: keys.journey(status.id) })
    }
  }

  async function publish() {
    if (live.getState().diagnostics.some(({ severity }) => severity === 'error')) return onRefused()
    if (!(await autosave.flush())) return
    try {
      const { version } = await api.journeys.publish(status.id)
      await client.invalidateQueries({ queryKey: keys.journeys })
      void message.success(t('published', { version }))
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.status !== 422) throw fault
      void message.error(t('publishFailed', { reason: lines(fault).join(' ') }))
      onRefused()
    }
  }

  return {
    busy,
    publish: () => void run(publish),
    pause: () => void run(() => api.journeys.pause(status.id)),
    resume: () => void run(() => api.journeys.resume(status.id)),
  }
}
