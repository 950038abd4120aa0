import type { Delivery } from '../api/deliveries.ts'
import { useText } from '../app/i18n.ts'
import { DeliveryTag } from '../ui/state-tag.tsx'
import { contactTexts } from './contact-texts.ts'
import { HappeningRow } from './happening-row.tsx'

interface Props {
  readonly delivery: Delivery
  readonly zone: string | undefined
  readonly nodeTitle: string
}

/** A message, under its own title or else its node's. */
export function MessageRow({ delivery, zone, nodeTitle }: Props) {
  const t = useText(contactTexts)
  return (
    <HappeningRow
      at={delivery.at}
      zone={zone}
      family="reach"
      icon="message"
      title={delivery.title || nodeTitle || t('message')}
      summary={delivery.text ?? undefined}
      aside={<DeliveryTag state={delivery.state} />}
      more={{
        word: t('details'),
        content: () => (
          <>
            <p className="message-text">{delivery.text}</p>
            {delivery.receipt === undefined ? null : (
              <pre className="mono json">{JSON.stringify(delivery.receipt, null, 2)}</pre>
            )}
          </>
        ),
      }}
    />
  )
}
