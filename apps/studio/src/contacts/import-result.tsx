import type { ImportResult as Result } from '../api/contacts.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { exact } from '../ui/format-number.ts'
import '../ui/table.css'
import { contactsTexts } from './texts.ts'
import { useRejection } from './use-rejection.ts'

/** What became of an import: how many are in, and each row that is not, with its reason. */
export function ImportResult({ result }: { result: Result }) {
  const t = useText(contactsTexts)
  const language = useLanguage()
  const { words } = useRejection()
  const { accepted, rejected, rejectedCount } = result
  return (
    <div className="import-result" role="status">
      <p className="good">
        <Icon name="check" />
        {t('imported', { count: accepted, accepted: exact(accepted, language) })}
      </p>
      {rejectedCount > 0 ? (
        <>
          <p>{t('rejected', { count: rejectedCount, rejected: exact(rejectedCount, language) })}</p>
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th>{t('columnRow')}</th>
                  <th className="fill">{t('columnReason')}</th>
                </tr>
              </thead>
              <tbody>
                {rejected.map((row) => (
                  <tr key={row.index}>
                    <td>{exact(row.index + 1, language)}</td>
                    <td>{words(row)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rejectedCount > rejected.length ? (
            <p className="tertiary small">
              {t('firstRejected', { listed: exact(rejected.length, language) })}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
