import type { ContactEvent } from '../api/contacts.ts'
import type { Json } from '../api/page.ts'
import { useText } from '../app/i18n.ts'
import { useJsonText } from '../ui/json-text.ts'
import { contactTexts } from './contact-texts.ts'
import { HappeningRow } from './happening-row.tsx'
import type { MarkFamily } from './mark.tsx'

const looks: readonly (readonly [RegExp, MarkFamily, string])[] = [
  [/^order\./, 'entry', 'cart'],
  [/^message\./, 'reach', 'click'],
  [/^coupon\./, 'reward', 'ticket'],
  [/^points\./, 'reward', 'points'],
  [/^contact\./, 'entry', 'contact'],
]

const SHOWN = 4

/** An event that came in, with its data on demand. */
export function EventRow({ event, zone }: { event: ContactEvent; zone: string | undefined }) {
  const t = useText(contactTexts)
  const words = useJsonText()
  const [, family, icon] = looks.find(([pattern]) => pattern.test(event.type)) ?? [null, 'entry', 'event']
  const data = Object.entries(event.data)
  const inWords = (value: Json) => (typeof value === 'object' && value !== null ? '…' : words(value))
  return (
    <HappeningRow
      at={event.at}
      zone={zone}
      family={family}
      icon={icon}
      title={event.type}
      summary={data
        .slice(0, SHOWN)
        .map(([key, value]) => `${key} ${inWords(value)}`)
        .join(' · ')}
      aside={t('eventFrom', { source: event.source })}
      more={
        data.length === 0
          ? undefined
          : {
              word: t('data'),
              content: () => <pre className="mono json">{JSON.stringify(event.data, null, 2)}</pre>,
            }
      }
    />
  )
}
