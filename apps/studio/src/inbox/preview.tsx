import { Link } from 'react-router'
import type { Delivery } from '../api/deliveries.ts'
import { useText } from '../app/i18n.ts'
import { contactAddress } from '../contacts/contact-address.ts'
import { DeliveryTag } from '../ui/state-tag.tsx'
import { Time } from '../ui/time.tsx'
import { inboxTexts } from './texts.ts'

interface Props {
  readonly delivery: Delivery | undefined
  readonly journeyName: string | undefined
}

/** A message as the contact sees it, and what its state means. */
export function Preview({ delivery, journeyName }: Props) {
  const t = useText(inboxTexts)
  if (!delivery) return <aside className="preview tertiary">{t('choose')}</aside>
  const { contact, journey, state, title, text, at, receipt } = delivery
  return (
    <aside className="preview" aria-label={t('preview')}>
      <div className="phone">
        <div className="phone-time">
          <Time at={at} form="day-and-time" />
        </div>
        <div className="bubble">
          {title ? <b>{title}</b> : null}
          <p>{text ?? t('erasedText')}</p>
        </div>
      </div>
      <div className="meaning">
        <DeliveryTag state={state} />
        <span className="secondary">{t(`${state}Means`)}</span>
      </div>
      {receipt === undefined ? null : <pre className="mono">{JSON.stringify(receipt, null, 2)}</pre>}
      <dl>
        <div>
          <dt>{t('to')}</dt>
          <dd>
            {contact === null ? t('erasedContact') : <Link to={contactAddress(contact)}>{contact}</Link>}
          </dd>
        </div>
        <div>
          <dt>{t('from')}</dt>
          <dd>
            <Link to={`/journeys/${encodeURIComponent(journey)}`}>{journeyName ?? journey}</Link>
          </dd>
        </div>
      </dl>
    </aside>
  )
}
