import type { Coupon } from '../api/coupons.ts'
import { useLanguage, useText } from '../app/i18n.ts'
import { Figure } from '../ui/figure.tsx'
import { durationInWords } from '../ui/format-duration.ts'
import '../ui/table.css'
import { Time } from '../ui/time.tsx'
import './coupons.css'
import { couponsTexts } from './texts.ts'

function Remaining({ coupon }: { coupon: Coupon }) {
  const t = useText(couponsTexts)
  if (coupon.remaining === null) return <span className="tertiary">—</span>
  if (coupon.remaining === 0) return <span className="alarming">{t('soldOut')}</span>
  return <Figure value={coupon.remaining} />
}

/** Coupon kinds with their figures. */
export function CouponTable({ rows }: { rows: readonly Coupon[] }) {
  const t = useText(couponsTexts)
  const language = useLanguage()
  return (
    <table className="table two-line">
      <thead>
        <tr>
          <th className="fill">{t('columnCoupon')}</th>
          <th>{t('columnValidity')}</th>
          <th className="right">{t('columnStock')}</th>
          <th className="right">{t('columnGranted')}</th>
          <th className="right">{t('columnRemaining')}</th>
          <th className="right">{t('columnCreated')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((coupon) => (
          <tr key={coupon.id}>
            <td className="fill">
              <div className="name">{coupon.name}</div>
              <div className="summary mono">{coupon.id}</div>
            </td>
            <td>
              {coupon.validFor ? (
                durationInWords(coupon.validFor, language)
              ) : (
                <span className="secondary">{t('always')}</span>
              )}
            </td>
            <td className="right">
              {coupon.stock === null ? (
                <span className="secondary">{t('unlimited')}</span>
              ) : (
                <Figure value={coupon.stock} />
              )}
            </td>
            <td className="right">
              <Figure value={coupon.granted} />
            </td>
            <td className="right">
              <Remaining coupon={coupon} />
            </td>
            <td className="right secondary">
              <Time at={coupon.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
