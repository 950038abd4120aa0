import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { keys } from '../../api/keys.ts'
import { Problem } from '../../api/problem.ts'
import { usePick, useText } from '../../app/i18n.ts'
import { Icon } from '../../icons/icon.tsx'
import { type ControlProps, textOf } from '../control.ts'
import { formTexts } from '../i18n.ts'
import { useMeta } from '../meta.ts'

/** A coupon of the workspace, or a new one made in place. */
export function CouponControl({ id, value, invalid, onChange }: ControlProps) {
  const t = useText(formTexts)
  const { coupons } = useMeta()
  const [making, setMaking] = useState(false)
  const chosen = textOf(value)
  const options = coupons.map((coupon) => ({
    value: coupon.id,
    label: `${coupon.name} · ${coupon.id}`,
    title: coupon.stock === null ? t('unlimited') : t('stockLeft', { stock: coupon.stock }),
  }))
  const known = chosen === '' || coupons.some((coupon) => coupon.id === chosen)
  return (
    <div className="form-fields">
      <Select
        id={id}
        className="form-wide"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('chooseCoupon')}
        value={chosen === '' ? null : chosen}
        options={known ? options : [...options, { value: chosen, label: chosen, title: chosen }]}
        onChange={(coupon: string) => onChange(coupon)}
        {...(invalid ? { status: 'error' as const } : {})}
      />
      {making ? (
        <NewCoupon
          id={id}
          suggested={known ? '' : chosen}
          onDone={(coupon) => {
            setMaking(false)
            if (coupon !== null) onChange(coupon)
          }}
        />
      ) : (
        <Button
          size="small"
          type="text"
          className="form-add"
          icon={<Icon name="plus" size={12} />}
          onClick={() => setMaking(true)}
        >
          {t('newCoupon')}
        </Button>
      )}
    </div>
  )
}

function NewCoupon(props: { id: string; suggested: string; onDone(coupon: string | null): void }) {
  const { id, onDone } = props
  const t = useText(formTexts)
  const pick = usePick()
  const client = useQueryClient()
  const [coupon, setCoupon] = useState({ id: props.suggested, name: '', stock: null as number | null })
  const change = (part: Partial<typeof coupon>) => setCoupon((before) => ({ ...before, ...part }))
  const create = useMutation({
    mutationFn: () =>
      api.coupons.create({
        id: coupon.id.trim(),
        name: coupon.name.trim() || coupon.id.trim(),
        ...(coupon.stock === null ? {} : { stock: coupon.stock }),
      }),
    async onSuccess(made) {
      await Promise.all([keys.meta, keys.coupons].map((queryKey) => client.invalidateQueries({ queryKey })))
      onDone(made.id)
    },
  })
  return (
    <form
      className="form-box"
      onSubmit={(event) => {
        event.preventDefault()
        create.mutate()
      }}
    >
      <label className="form-label" htmlFor={`${id}-new-id`}>
        {t('couponId')}
      </label>
      <Input
        id={`${id}-new-id`}
        autoFocus
        required
        maxLength={128}
        value={coupon.id}
        onChange={(event) => change({ id: event.target.value })}
      />
      <label className="form-label" htmlFor={`${id}-new-name`}>
        {t('couponName')}
      </label>
      <Input
        id={`${id}-new-name`}
        value={coupon.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <label className="form-label" htmlFor={`${id}-new-stock`}>
        <span>{t('couponStock')}</span>
        <span className="form-hint">{t('optional')}</span>
      </label>
      <InputNumber
        id={`${id}-new-stock`}
        className="form-wide"
        controls={false}
        min={0}
        precision={0}
        placeholder={t('unlimited')}
        value={coupon.stock}
        onChange={(stock) => change({ stock })}
      />
      {create.error !== null && (
        <p className="form-fault">{t('couponFailed', { reason: reason(create.error) })}</p>
      )}
      <div className="form-row">
        <Button size="small" htmlType="submit" loading={create.isPending} disabled={coupon.id.trim() === ''}>
          {t('create')}
        </Button>
        <Button size="small" type="text" onClick={() => onDone(null)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )

  function reason(error: Error): string {
    const [first] = error instanceof Problem ? error.errors : []
    return first === undefined ? error.message : pick(first.message)
  }
}
