import type { Diagnostic } from '@millrace/program'
import { usePick, useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { useEditor, useEditorStores, useLive } from './context.ts'
import { findJourneyNode } from './document/parts.ts'
import { canvasTexts } from './i18n.ts'
import { Tool } from './inspector/node-panel.tsx'
import { useNodeText } from './node-text.ts'
import './problems.css'

/** What is wrong, counted at the bottom right; open it lists each fault, and a click goes there. */
export function Problems(props: { open: boolean; refused: boolean; onOpen(open: boolean): void }) {
  const { open, refused, onOpen } = props
  const t = useText(canvasTexts)
  const diagnostics = useLive((state) => state.diagnostics)
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return (
    <div className="problems">
      {open && (
        <section className="problems-panel" aria-label={t('problems')}>
          <header>
            <h2>{t('problems')}</h2>
            <Tool icon="close" label={t('close')} act={() => onOpen(false)} />
          </header>
          {refused && errors > 0 && (
            <p className="problems-refused" role="alert">
              {t('publishRefused')}
            </p>
          )}
          {diagnostics.length === 0 && <p className="problems-none">{t('noProblems')}</p>}
          <ul>
            {diagnostics.map((diagnostic, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: diagnostics have no id, and two may say the same
              <Problem key={index} diagnostic={diagnostic} />
            ))}
          </ul>
        </section>
      )}
      <button type="button" className="problems-button" aria-expanded={open} onClick={() => onOpen(!open)}>
        {errors > 0 && (
          <span className="error" title={t('errors', { count: errors })}>
            <Icon name="error" size={14} />
            {errors}
          </span>
        )}
        {warnings > 0 && (
          <span className="warning" title={t('warnings', { count: warnings })}>
            <Icon name="warning" size={14} />
            {warnings}
          </span>
        )}
        {diagnostics.length === 0 && <Icon name="check" size={14} />}
        <span>{t('problems')}</span>
      </button>
    </div>
  )
}

function Problem({ diagnostic }: { diagnostic: Diagnostic }) {
  const { live } = useEditorStores()
  const t = useText(canvasTexts)
  const pick = usePick()
  const text = useNodeText()
  const { node: id, severity, message, field } = diagnostic
  const node = useEditor((state) => (id === undefined ? undefined : findJourneyNode(state.document, id)))
  return (
    <li>
      <button
        type="button"
        disabled={node === undefined}
        onClick={() => node && live.getState().jumpTo(node.id, field)}
      >
        <span className={severity}>
          <Icon name={severity} size={14} />
        </span>
        <span>
          <b>{node ? text.title(node) : t('wholeJourney')}</b>
          {pick(message)}
        </span>
      </button>
    </li>
  )
}
