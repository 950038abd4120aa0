import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { api } from '../../api/api.ts'
import { useLanguage, useText } from '../../app/i18n.ts'
import { clock } from '../../ui/format-time.ts'
import { useProblemText } from '../../ui/problem-text.ts'
import { useEditor } from '../context.ts'
import { canvasTexts } from '../i18n.ts'
import { useNodeText } from '../node-text.ts'
import type { Autosave, SavedJourney } from './autosave.ts'
import { compareJourneys } from './compare.ts'
import { asBody } from './put-journey.ts'

/** Two people changed the journey: says what differs and lets the user choose; neither side is lost. */
export function Conflict({ autosave }: { autosave: Autosave }) {
  const state = useStore(autosave.state)
  if (state.kind !== 'conflict') return null
  return <Choice key={state.theirs.revision} autosave={autosave} theirs={state.theirs} />
}

function Choice({ autosave, theirs }: { autosave: Autosave; theirs: SavedJourney }) {
  const t = useText(canvasTexts)
  const language = useLanguage()
  const lines = useProblemText()
  const { message } = App.useApp()
  const [open, setOpen] = useState(true)
  const [busy, setBusy] = useState(false)

  async function keepMine() {
    setBusy(true)
    try {
      const time = clock(new Date(), { language })
      const name = t('copyName', { name: theirs.journey.name, time }).slice(0, 200)
      await api.journeys.create(asBody({ ...theirs.journey, name }))
      await autosave.keepMine()
    } catch (fault) {
      void message.error(t('actionFailed', { reason: lines(fault).join(' ') }))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <Alert
        className="conflict-banner"
        type="error"
        banner
        title={t('conflictTitle')}
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {t('decide')}
          </Button>
        }
      />
      <Modal
        open={open}
        title={t('conflictTitle')}
        onCancel={() => setOpen(false)}
        footer={[
          <Button key="later" type="text" onClick={() => setOpen(false)}>
            {t('later')}
          </Button>,
          <Button
            key="theirs"
            disabled={busy}
            onClick={() => autosave.takeTheirs()}
            title={t('takeTheirsHint')}
          >
            {t('takeTheirs')}
          </Button>,
          <Button key="mine" loading={busy} onClick={() => void keepMine()}>
            {t('keepMine')}
          </Button>,
        ]}
      >
        <p>{t('conflictText')}</p>
        <Differences theirs={theirs} />
        <p className="form-hint">{t('takeTheirsHint')}</p>
      </Modal>
    </>
  )
}

function Differences({ theirs }: { theirs: SavedJourney }) {
  const t = useText(canvasTexts)
  const text = useNodeText()
  const mine = useEditor((state) => state.document)
  const difference = compareJourneys(mine, theirs.journey)
  const titles = (nodes: typeof difference.added) => nodes.map((node) => text.title(node)).join('、')
  const lines = [
    difference.added.length > 0 && t('differenceAdded', { titles: titles(difference.added) }),
    difference.removed.length > 0 && t('differenceRemoved', { titles: titles(difference.removed) }),
    difference.changed.length > 0 && t('differenceChanged', { titles: titles(difference.changed) }),
    difference.moved > 0 && t('differenceMoved', { count: difference.moved }),
    difference.journey && t('differenceJourney'),
  ].filter((line) => line !== false)
  return (
    <ul className="conflict-list">
      {lines.length === 0 ? <li>{t('differenceNone')}</li> : lines.map((line) => <li key={line}>{line}</li>)}
    </ul>
  )
}
