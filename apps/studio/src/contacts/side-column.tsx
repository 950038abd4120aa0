import { Link } from 'react-router'
import type { ContactDetail, CouponGrant } from '../api/contacts.ts'
import type { EnrolmentRow } from '../api/enrolments.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Icon } from '../icons/icon.tsx'
import { Figure } from '../ui/figure.tsx'
import { signed } from '../ui/format-number.ts'
import { dayAndTime } from '../ui/format-time.ts'
import { EnrolmentTag } from '../ui/state-tag.tsx'
import '../ui/table.css'
import { useDrawnNodes } from '../drawing/drawn-nodes.ts'
import { useNodeWords } from '../drawing/node-words.ts'
import { Time } from '../ui/time.tsx'
import { useNow } from '../ui/use-now.ts'
import { contactTexts } from './contact-texts.ts'
import { isOpen } from './open-enrolment.ts'
import { isUsable } from './usable-coupon.ts'
import { useEnrolments, usePoints } from './use-contact.ts'

interface CardProps {
  readonly enrolment: EnrolmentRow
  readonly zone: string | undefined
  readonly nodeTitle: string | null
}

function EnrolmentCard({ enrolment, zone, nodeTitle }: CardProps) {
  const t = useText(contactTexts)
  const style = { language: useLanguage(), zone }
  const now = useNow()
  const { wakeAt } = enrolment
  const stands = () => {
    if (nodeTitle === null) return t('starting')
    if (!wakeAt) return t('standsAt', { node: nodeTitle })
    return t('standsUntil', { node: nodeTitle, time: dayAndTime(new Date(wakeAt), now, style) })
  }
  return (
    <Link className="enrolment-card" to={`/journeys/${encodeURIComponent(enrolment.journey)}`}>
      <span className="first">
        <b>{enrolment.journeyName}</b>
        <EnrolmentTag state={enrolment.state} />
      </span>
      <span className="tertiary small">
        v{enrolment.version} · {stands()}
      </span>
    </Link>
  )
}

function CouponCard({ coupon, zone }: { coupon: CouponGrant; zone: string | undefined }) {
  const t = useText(contactTexts)
  const style = { language: useLanguage(), zone }
  const now = useNow()
  const usable = isUsable(coupon, now)
  const until = () => {
    if (coupon.expiresAt === null) return t('neverExpires')
    return t(usable ? 'expires' : 'expired', { time: dayAndTime(new Date(coupon.expiresAt), now, style) })
  }
  return (
    <li className={usable ? 'coupon-card' : 'coupon-card used'}>
      <span className="stub">
        <Icon name="ticket" />
      </span>
      <span>
        <span className="coupon-name">{coupon.name}</span>
        <span className="tertiary small">{until()}</span>
      </span>
    </li>
  )
}

/** What the contact is in and what it holds. */
export function SideColumn({ contact }: { contact: ContactDetail }) {
  const t = useText(contactTexts)
  const language = useLanguage()
  const now = useNow()
  const zone = contact.timeZone ?? undefined
  const enrolments = useEnrolments(contact.id).data?.items.filter(isOpen) ?? []
  const points = usePoints(contact.id).data?.items ?? []
  const words = useNodeWords(useDrawnNodes(enrolments.map(({ journey }) => journey)))
  const usable = contact.coupons.filter((coupon) => isUsable(coupon, now)).length
  return (
    <aside className="side" aria-label={t('inFlight')}>
      <h2>
        {t('inFlight')}
        <span>{enrolments.length || ''}</span>
      </h2>
      {enrolments.length === 0 ? <p className="tertiary small">{t('noInFlight')}</p> : null}
      {enrolments.map((enrolment) => (
        <EnrolmentCard
          key={enrolment.id}
          enrolment={enrolment}
          zone={zone}
          nodeTitle={enrolment.node === null ? null : words.title({ ...enrolment, node: enrolment.node })}
        />
      ))}
      <h2>
        {t('coupons')}
        {contact.coupons.length > 0 ? (
          <span>{t('couponsSummary', { usable, expired: contact.coupons.length - usable })}</span>
        ) : null}
      </h2>
      {contact.coupons.length === 0 ? <p className="tertiary small">{t('noCoupons')}</p> : null}
      <ul>
        {contact.coupons.map((coupon) => (
          <CouponCard key={coupon.id} coupon={coupon} zone={zone} />
        ))}
      </ul>
      <h2>{t('ledger')}</h2>
      {points.length === 0 ? <p className="tertiary small">{t('noPoints')}</p> : null}
      <table className="table ledger">
        <tbody>
          {points.map((entry) => (
            <tr key={`${entry.at} ${entry.balance}`}>
              <td className="tertiary">
                <Time at={entry.at} zone={zone} />
              </td>
              <td className="fill" title={entry.reason ?? undefined}>
                {entry.reason ?? <span className="tertiary">{t('noReason')}</span>}
              </td>
              <td className="right">{signed(entry.amount, language)}</td>
              <td className="right">
                <Figure value={entry.balance} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}
