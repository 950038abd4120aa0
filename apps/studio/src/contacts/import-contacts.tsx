import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Action } from '../ui/action.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { DropZone } from './drop-zone.tsx'
import { ImportResult } from './import-result.tsx'
import { contactsTexts } from './texts.ts'

function Progress({ file, share }: { file: string; share: number }) {
  const t = useText(contactsTexts)
  const percent = Math.floor(share * 100)
  return (
    <div className="import-progress" role="status">
      {percent < 100 ? t('sending', { file, percent }) : t('storing', { file })}
      <progress max={1} value={percent < 100 ? share : undefined} aria-label={file} />
    </div>
  )
}

/** Takes a file, shows how far it is and what became of its rows; `first` starts at once. */
export function ImportContacts({ first, close }: { first: File | undefined; close: () => void }) {
  const t = useText(contactsTexts)
  const client = useQueryClient()
  const [share, setShare] = useState(0)
  const load = useMutation({
    mutationFn: (file: File) => api.importContacts(file, setShare),
    onMutate: () => setShare(0),
    onSettled: () => client.invalidateQueries({ queryKey: keys.contacts }),
  })
  const { mutate } = load
  const started = useRef(false)
  useEffect(() => {
    if (!first || started.current) return
    started.current = true
    mutate(first)
  }, [first, mutate])
  return (
    <Modal
      title={t('importTitle')}
      open
      onCancel={close}
      footer={null}
      width={560}
      maskClosable={!load.isPending}
    >
      {load.isPending ? <Progress file={load.variables.name} share={share} /> : null}
      {load.isSuccess ? <ImportResult result={load.data} /> : null}
      {load.isIdle || load.isError ? <DropZone onFile={mutate} /> : null}
      {load.isError ? (
        <div style={{ marginTop: 12 }}>
          <ProblemNote error={load.error} />
        </div>
      ) : null}
      {load.isSuccess ? (
        <div className="dialog-foot">
          <Action onClick={() => load.reset()}>{t('another')}</Action>
          <Action type="primary" onClick={close}>
            {t('done')}
          </Action>
        </div>
      ) : null}
    </Modal>
  )
}
