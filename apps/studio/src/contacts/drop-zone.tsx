import { useState } from 'react'
import { useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { contactsTexts } from './texts.ts'

/** A place to drop a file on, which also opens the file chooser. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useText(contactsTexts)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  return (
    <label
      className={over ? 'drop-zone over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        // The page behind takes files too.
        event.stopPropagation()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <span className="with-icon">
        <Icon name="import" />
        <b>{t('drop')}</b>
      </span>
      <span className="tertiary small">{t('dropHelp')}</span>
      <input
        className="hidden-label"
        type="file"
        accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
        onChange={(event) => take(event.target.files)}
      />
    </label>
  )
}
