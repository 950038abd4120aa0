import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { LIVE } from '../app/query-client.ts'
import { Action } from '../ui/action.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { CouponTable } from './coupon-table.tsx'
import { NewCoupon } from './new-coupon.tsx'
import { couponsTexts } from './texts.ts'

/** All kinds of coupons, how many are out and how many remain. */
export function CouponsPage() {
  const t = useText(couponsTexts)
  const [making, setMaking] = useState(false)
  const query = useQuery({ queryKey: keys.coupons, queryFn: api.coupons.list, refetchInterval: LIVE })
  const create = (
    <Action type="primary" icon="plus" onClick={() => setMaking(true)}>
      {t('create')}
    </Action>
  )
  return (
    <div className="coupons">
      <PageHeader title={t('title')}>{query.data?.items.length === 0 ? null : create}</PageHeader>
      <div className="page-body">
        <Loaded query={query} what={t('what')}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t('emptyTitle')} text={t('emptyText')}>
                {create}
              </Empty>
            ) : (
              <CouponTable rows={items} />
            )
          }
        </Loaded>
      </div>
      {making ? <NewCoupon close={() => setMaking(false)} /> : null}
    </div>
  )
}
