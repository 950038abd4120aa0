import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'react-router'
import { api } from '../api/api.ts'
import type { JourneyDetail } from '../api/journeys.ts'
import { useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { type Editor, EditorProvider, type PaletteCall } from './context.ts'
import { Figures } from './figures.tsx'
import { JourneyFlow } from './flow/journey-flow.tsx'
import { canvasTexts } from './i18n.ts'
import { Inspector } from './inspector/inspector.tsx'
import { openEditor } from './open-editor.ts'
import { Palette } from './palette/palette.tsx'
import { PalettePopup } from './palette/palette-popup.tsx'
import { Problems } from './problems.tsx'
import { compareJourneys } from './save/compare.ts'
import { Conflict } from './save/conflict.tsx'
import { readSaved } from './save/put-journey.ts'
import { TopBar } from './top/top-bar.tsx'
import { useDiagnostics } from './use-diagnostics.ts'
import { useEditorKeys } from './use-editor-keys.ts'
import { useLiveFigures } from './use-live-figures.ts'
import type { JourneyStatus } from './use-publishing.ts'
import { useWay } from './use-way.ts'

/** One open journey: palette, canvas, inspector, and what goes on around them. */
export function JourneyEditor({ id, detail }: { id: string; detail: JourneyDetail }) {
  const [{ editor, live, autosave }] = useState(() => openEditor(id, readSaved(detail)))
  const [call, callPalette] = useState<PaletteCall | null>(null)
  const [problems, setProblems] = useState<{ open: boolean; refused: boolean }>({
    open: false,
    refused: false,
  })
  const [stores] = useState<Editor>(() => ({ editor, live, callPalette }))
  const status: JourneyStatus = { id, state: detail.state, version: detail.version ?? null }
  useDiagnostics(stores)
  useLiveFigures(stores, status)
  useChanged(stores, status)
  useEditorKeys(stores)
  useEffect(() => {
    autosave.start()
    return () => autosave.stop()
  }, [autosave])
  return (
    <EditorProvider value={stores}>
      <div className="editor">
        <TopBar
          status={status}
          autosave={autosave}
          onRefused={() => setProblems({ open: true, refused: true })}
        />
        <Palette />
        <JourneyFlow />
        <Figures />
        <WayBanner stores={stores} />
        <Inspector />
        <Problems {...problems} onOpen={(open) => setProblems({ open, refused: false })} />
        <Conflict autosave={autosave} />
        {call && <PalettePopup call={call} />}
      </div>
    </EditorProvider>
  )
}

function WayBanner({ stores }: { stores: Editor }) {
  const t = useText(canvasTexts)
  const [search, setSearch] = useSearchParams()
  const enrolment = search.get('enrolment')
  useWay(stores, enrolment)
  if (enrolment === null) return null
  return (
    <div className="way-banner" role="status">
      {t('enrolmentWay')}
      <Action size="small" onClick={() => setSearch({})}>
        {t('showAll')}
      </Action>
    </div>
  )
}

/** Marks the nodes that differ from the live version, where the server tells what that is. */
function useChanged({ editor, live }: Editor, { id, version }: JourneyStatus): void {
  const { data } = useQuery({
    queryKey: ['journeys', id, 'versions', version],
    queryFn: () => api.journeys.versions(id),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
  useEffect(() => {
    const document = data?.items.find((item) => item.version === version)?.journey
    if (document === undefined) return live.getState().setChanged(new Set())
    const { journey: published } = readSaved({ journey: document, revision: 0 })
    const compare = () => {
      const { added, changed } = compareJourneys(published, editor.getState().document)
      live.getState().setChanged(new Set([...added, ...changed].map((node) => node.id)))
    }
    compare()
    return editor.subscribe((state, before) => {
      if (state.document !== before.document) compare()
    })
  }, [data, version, editor, live])
}
