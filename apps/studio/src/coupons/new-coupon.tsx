import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { keys } from '../api/keys.ts'
import { useText } from '../app/i18n.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { type CouponDraft, draftFaults, toCoupon } from './coupon-draft.ts'
import { couponsTexts } from './texts.ts'

const empty: CouponDraft = { id: '', name: '', stock: null, length: null, unit: 'days' }

/** Makes a kind of coupon. */
export function NewCoupon({ close }: { close: () => void }) {
  const t = useText(couponsTexts)
  const client = useQueryClient()
  const [draft, setDraft] = useState(empty)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<CouponDraft>) => setDraft((before) => ({ ...before, ...part }))
  const create = useMutation({
    mutationFn: () => api.coupons.create(toCoupon(draft)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: keys.coupons })
      await client.invalidateQueries({ queryKey: keys.meta })
      close()
    },
  })
  const faults = draftFaults(draft)
  const submit = () => {
    setTried(true)
    if (!faults.id && !faults.name) create.mutate()
  }
  return (
    <Dialog
      title={t('create')}
      open
      close={close}
      submit={submit}
      verb={t('createVerb')}
      busy={create.isPending}
      error={create.error}
    >
      <Field label={t('name')} error={tried && faults.name ? t('nameMissing') : undefined}>
        {(ids) => (
          <Input
            {...ids}
            autoFocus
            maxLength={100}
            placeholder={t('namePlaceholder')}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('id')} help={t('idHelp')} error={tried && faults.id ? t('idWrong') : undefined}>
        {(ids) => (
          <Input {...ids} value={draft.id} onChange={(event) => change({ id: event.target.value })} />
        )}
      </Field>
      <Field label={t('stock')} help={t('stockHelp')}>
        {(ids) => (
          <InputNumber
            {...ids}
            style={{ width: '100%' }}
            min={0}
            max={2_000_000_000}
            precision={0}
            value={draft.stock}
            onChange={(stock) => change({ stock })}
          />
        )}
      </Field>
      <Field label={t('validity')} help={t('validityHelp')}>
        {(ids) => (
          <Space.Compact block>
            <InputNumber
              {...ids}
              style={{ flex: 1 }}
              min={1}
              max={999}
              precision={0}
              value={draft.length}
              onChange={(length) => change({ length })}
            />
            <Select
              aria-label={t('unit')}
              style={{ width: 120 }}
              value={draft.unit}
              options={(['hours', 'days', 'months'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(unit) => change({ unit })}
            />
          </Space.Compact>
        )}
      </Field>
    </Dialog>
  )
}
