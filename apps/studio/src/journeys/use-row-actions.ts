import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../api/api.ts'
import type { JourneyRow } from '../api/journeys.ts'
import { keys } from '../api/keys.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { exact } from '../ui/format-number.ts'
import { useProblemText } from '../ui/problem-text.ts'
import type { RowAction } from '../ui/row-menu.tsx'
import { journeysTexts } from './texts.ts'

type Change = 'pause' | 'resume' | 'archive' | 'remove'

const fits: { readonly [C in Change]: (row: JourneyRow) => boolean } = {
  pause: ({ state }) => state === 'active',
  resume: ({ state }) => state === 'paused',
  archive: ({ state }) => state === 'active' || state === 'paused',
  remove: ({ state, version }) => state === 'draft' && version === null,
}

/** What can be done with a journey in the list; what cannot be taken back asks first. */
export function useRowActions(): (row: JourneyRow) => readonly RowAction[] {
  const t = useText(journeysTexts)
  const language = useLanguage()
  const problem = useProblemText()
  const client = useQueryClient()
  const { modal, message } = App.useApp()
  const change = useMutation({
    mutationFn: ({ change, id }: { change: Change; id: string }) => api.journeys[change](id),
    onError: (error) => {
      void message.error(problem(error).join(' '))
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.journeys }),
  })
  const confirm = (row: JourneyRow, what: Exclude<Change, 'resume'>) => {
    modal.confirm({
      icon: null,
      title: t(`${what}Title`, { name: row.name }),
      content: t(`${what}Text`, { inFlight: exact(row.inFlight, language) }),
      okText: t(what),
      okButtonProps: { danger: what === 'remove' },
      onOk: () => change.mutate({ change: what, id: row.id }),
    })
  }
  return (row) => {
    const all: readonly (RowAction & { readonly key: Change })[] = [
      { key: 'pause', label: t('pause'), icon: 'pause', act: () => confirm(row, 'pause') },
      {
        key: 'resume',
        label: t('resume'),
        icon: 'play',
        act: () => change.mutate({ change: 'resume', id: row.id }),
      },
      { key: 'archive', label: t('archive'), icon: 'archive', act: () => confirm(row, 'archive') },
      { key: 'remove', label: t('remove'), icon: 'trash', danger: true, act: () => confirm(row, 'remove') },
    ]
    return all.filter((action) => fits[action.key](row))
  }
}
