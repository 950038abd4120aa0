import type { CouponInput } from '../api/coupons.ts'

/** Units that a validity is given in, as ISO 8601 writes them. */
export const units = { hours: ['PT', 'H'], days: ['P', 'D'], months: ['P', 'M'] } as const

/** What somebody has filled in so far. */
export interface CouponDraft {
  readonly id: string
  readonly name: string
  readonly stock: number | null
  readonly length: number | null
  readonly unit: keyof typeof units
}

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

/** Which fields cannot stay as they are. */
export function draftFaults(draft: CouponDraft): { readonly id: boolean; readonly name: boolean } {
  return { id: !ID.test(draft.id.trim()), name: draft.name.trim() === '' }
}

/** The draft as the API takes it. */
export function toCoupon({ id, name, stock, length, unit }: CouponDraft): CouponInput {
  const [before, after] = units[unit]
  return {
    id: id.trim(),
    name: name.trim(),
    ...(stock === null ? {} : { stock }),
    ...(length === null ? {} : { validFor: `${before}${length}${after}` }),
  }
}
