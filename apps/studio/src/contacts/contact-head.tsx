import type { ReactNode } from 'react'
import type { ContactDetail } from '../api/contacts.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Figure } from '../ui/figure.tsx'
import { day } from '../ui/format-time.ts'
import { useNow } from '../ui/use-now.ts'
import { contactName } from './contact-name.ts'
import { contactTexts } from './contact-texts.ts'
import { isOpen } from './open-enrolment.ts'
import { isUsable } from './usable-coupon.ts'
import { useEnrolments } from './use-contact.ts'

function KeyFigure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Who it is, and the figures one looks for first. */
export function ContactHead({ contact }: { contact: ContactDetail }) {
  const t = useText(contactTexts)
  const language = useLanguage()
  const now = useNow()
  const { data } = useEnrolments(contact.id)
  const name = contactName(contact)
  return (
    <section className="contact-head">
      <span className="avatar" aria-hidden="true">
        {[...name][0]}
      </span>
      <div className="who">
        <h1>{name}</h1>
        <p>
          <span className="mono">{contact.id}</span>
          <span>{contact.timeZone ?? t('noZone')}</span>
          <span>{t('since', { date: day(new Date(contact.createdAt), now, { language }) })}</span>
        </p>
      </div>
      <dl className="key-figures">
        <KeyFigure label={t('points')}>
          <Figure value={contact.points} />
        </KeyFigure>
        <KeyFigure label={t('inFlight')}>
          <Figure value={data?.items.filter(isOpen).length} />
        </KeyFigure>
        <KeyFigure label={t('usableCoupons')}>
          <Figure value={contact.coupons.filter((coupon) => isUsable(coupon, now)).length} />
        </KeyFigure>
      </dl>
    </section>
  )
}
